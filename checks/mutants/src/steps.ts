/** Counts the turns of loops, and throws once there are more than allowed. */
export class Steps {
  taken = 0
  private readonly allowed: number

  constructor(allowed: number) {
    this.allowed = allowed
  }

  readonly count = (): void => {
    if (++this.taken > this.allowed) throw new Error(`more than ${this.allowed} turns of its loops`)
  }

  get tooMany(): boolean {
    return this.taken > this.allowed
  }
}

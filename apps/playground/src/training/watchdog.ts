/** Calls for help when nothing has been heard for a while. */
export class Watchdog {
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly call: () => void

  constructor(call: () => void) {
    this.call = call
  }

  /** Something was heard, or is expected from now on, within so many milliseconds. */
  heard(patience: number): void {
    this.rest()
    this.timer = setTimeout(this.call, patience)
  }

  /** Nothing is expected. */
  rest(): void {
    clearTimeout(this.timer)
  }
}

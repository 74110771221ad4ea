/** Calls for help when nothing has been heard for a while. */
export class Watchdog {
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly patience: number
  private readonly call: () => void

  constructor(patience: number, call: () => void) {
    this.patience = patience
    this.call = call
  }

  /** Something was heard, or is expected from now on. */
  heard(): void {
    this.rest()
    this.timer = setTimeout(this.call, this.patience)
  }

  /** Nothing is expected. */
  rest(): void {
    clearTimeout(this.timer)
  }
}

/**
 * A door in the way of training, open unless it is shut.
 *
 * Shapes: none.
 */
export class Pause {
  private door: Promise<void> | undefined
  private open: (() => void) | undefined

  get shut(): boolean {
    return this.door !== undefined
  }

  close(): void {
    this.door ??= new Promise((resolve) => (this.open = resolve))
  }

  release(): void {
    this.open?.()
    this.door = undefined
    this.open = undefined
  }

  /** Waits until the door is open; rejects with the signal's reason where that comes first. */
  async passed(signal: AbortSignal | undefined): Promise<void> {
    while (this.door) await Promise.race([this.door, ...(signal ? [aborted(signal)] : [])])
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason as Error)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}

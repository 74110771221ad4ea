/** Every piece begins on a cache line. */
const LINE = 64

/**
 * Which bytes of a memory are free: pieces in order, none next to another. The first that is large enough is taken.
 *
 * Shapes: bytes, all multiples of 64.
 */
export class FreeList {
  private readonly pieces: { start: number; end: number }[]
  private touched: number

  constructor(start: number, end: number) {
    this.pieces = [{ start, end }]
    this.touched = start
  }

  /** `bytes` free bytes, or undefined. `used` is where bytes begin that never were in use, and so are 0. */
  take(bytes: number): { start: number; used: number } | undefined {
    const length = roundUp(bytes)
    const index = this.pieces.findIndex(({ start, end }) => end - start >= length)
    const piece = this.pieces[index]
    if (!piece) return undefined
    const { start } = piece
    piece.start += length
    if (piece.start === piece.end) this.pieces.splice(index, 1)
    const used = Math.max(start, Math.min(this.touched, start + length))
    this.touched = Math.max(this.touched, start + length)
    return { start, used }
  }

  /** Gives bytes back that were taken. */
  give(start: number, bytes: number): void {
    const end = start + roundUp(bytes)
    let index = this.pieces.findIndex((piece) => piece.start >= end)
    if (index < 0) index = this.pieces.length
    const before = this.pieces[index - 1]
    const after = this.pieces[index]
    if (before?.end === start) {
      before.end = end
      if (after?.start !== end) return
      before.end = after.end
      this.pieces.splice(index, 1)
    } else if (after?.start === end) after.start = start
    else this.pieces.splice(index, 0, { start, end })
  }

  /** All that is free. */
  get free(): number {
    return this.pieces.reduce((sum, { start, end }) => sum + end - start, 0)
  }
}

function roundUp(bytes: number): number {
  return Math.max(LINE, Math.ceil(bytes / LINE) * LINE)
}

/** What something came to at a time of the training. */
export interface CurvePoint {
  readonly epoch: number
  readonly value: number
}

/** More points than a screen has room for are not kept. */
const MOST = 400

/** A curve that keeps its first and last point, and of the others every one, then every second, then every fourth … */
export class Curve {
  static readonly empty: Curve = new Curve([], 1, 0)
  readonly points: readonly CurvePoint[]
  private readonly every: number
  private readonly seen: number

  private constructor(points: readonly CurvePoint[], every: number, seen: number) {
    this.points = points
    this.every = every
    this.seen = seen
  }

  /** With a point more. The last point is the newest, whether it will be kept or not. */
  with(point: CurvePoint): Curve {
    const lastIsKept = (this.seen - 1) % this.every === 0
    const kept = lastIsKept ? this.points : this.points.slice(0, -1)
    const points = [...kept, point]
    if (points.length <= MOST) return new Curve(points, this.every, this.seen + 1)
    return new Curve(points.filter((_, i) => i % 2 === 0), this.every * 2, this.seen + 1)
  }
}

import { rangeOf } from '../../number/rangeOf.js'
import { PIXELS, SIDE } from './digitsNetwork.js'
import type { Point, Stroke } from './stroke.js'

/** MNIST's digits fill a box of this side, and their centre of mass is the centre of the image. */
const BOX = 20
/** How wide the pen is, in pixels of the image. */
const PEN = 2.4
/** What is drawn smaller than this share of the pad is a dot, and is not blown up to a digit. */
const SMALLEST = 0.05
const WHITE = 255

/** A drawing as MNIST would have it: scaled to a box of 20 × 20, moved so that its centre of mass is the middle of 28 × 28. Bytes, row after row, 0 is background. */
export function centred(strokes: readonly Stroke[]): Uint8Array {
  const points = strokes.flat()
  if (points.length === 0) return new Uint8Array(PIXELS)
  const [left, right] = rangeOf(points.map(({ x }) => x))
  const [top, bottom] = rangeOf(points.map(({ y }) => y))
  const scale = (BOX - PEN) / Math.max(right - left, bottom - top, SMALLEST)
  const middle = SIDE / 2
  const boxed = moved(strokes, ({ x, y }) => ({ x: middle + scale * (x - (left + right) / 2), y: middle + scale * (y - (top + bottom) / 2) }))
  const mass = centreOfMass(inked(boxed))
  return inked(moved(boxed, ({ x, y }) => ({ x: x + middle - mass.x, y: y + middle - mass.y })))
}

/** Where the ink of an image is on average; pixel 0 reaches from 0 to 1. */
export function centreOfMass(image: Uint8Array): Point {
  let [x, y, total] = [0, 0, 0]
  image.forEach((grey, i) => {
    x += grey * ((i % SIDE) + 0.5)
    y += grey * (Math.floor(i / SIDE) + 0.5)
    total += grey
  })
  return total === 0 ? { x: SIDE / 2, y: SIDE / 2 } : { x: x / total, y: y / total }
}

/** Grey by the distance to the nearest stroke, so that edges are soft as a pen's are. */
function inked(strokes: readonly Stroke[]): Uint8Array {
  return Uint8Array.from({ length: PIXELS }, (_, i) => {
    const distance = distanceTo(strokes, { x: (i % SIDE) + 0.5, y: Math.floor(i / SIDE) + 0.5 })
    return Math.round(WHITE * Math.min(1, Math.max(0, PEN / 2 + 0.5 - distance)))
  })
}

function distanceTo(strokes: readonly Stroke[], point: Point): number {
  let least = Infinity
  for (const stroke of strokes) {
    for (let i = 0; i < stroke.length; i++) {
      const end = stroke[i]
      const start = stroke[i - 1] ?? end
      if (start && end) least = Math.min(least, distanceToLine(start, end, point))
    }
  }
  return least
}

function distanceToLine(start: Point, end: Point, point: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - start.x) * dx + (point.y - start.y) * dy) / length))
  return Math.hypot(start.x + along * dx - point.x, start.y + along * dy - point.y)
}

function moved(strokes: readonly Stroke[], move: (point: Point) => Point): Stroke[] {
  return strokes.map((stroke) => stroke.map(move))
}

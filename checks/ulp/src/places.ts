import { ORDERED, placeOf } from './float32Order.js'

/** Places in the order of float32 numbers: `count` of them from `first` on, `step` apart. */
export interface Places {
  readonly first: number
  readonly count: number
  readonly step: number
}

/** Every number. */
export function allPlaces(): Places[] {
  return [{ first: 0, count: ORDERED, step: 1 }]
}

/** Neighbours on each side of a boundary, in `npm test`. */
const WINDOW = 64
/** In `npm test` one in so many numbers elsewhere: a prime, so that no lane and no low bit is missed. */
const STEP = 4099

/** Every 4,099th number, and all neighbours of each power of two and of each place where a kernel's formula changes. */
export function somePlaces(): Places[] {
  const middles = new Set<number>()
  const both = (x: number) => [x, -x].forEach((z) => middles.add(placeOf(z)))
  for (let e = -149; e <= 128; e++) both(2 ** e)
  // e^z, and e^(2z) of tanh, begin a new power of two at these.
  for (let k = 0; k <= 151; k++) [1, 0.5].forEach((share) => both((k + 0.5) * Math.LN2 * share))
  // log begins one at these.
  for (let e = -149; e < 128; e++) both(Math.SQRT1_2 * 2 ** e)
  // Where linalg's formulas and ours branch or end, and where results leave float32.
  for (const x of [0, 0.575, Math.SQRT2 - 1, Math.SQRT2, 0.75 * Math.SQRT2, 15, 39.5, 40, 87.3, 88.7, 89, 103.97, 104, Infinity]) both(x)
  const windows = [...middles].map((middle) => {
    const first = Math.max(0, middle - WINDOW)
    return { first, count: Math.min(ORDERED, middle + WINDOW + 1) - first, step: 1 }
  })
  return [{ first: 0, count: Math.floor((ORDERED - 1) / STEP) + 1, step: STEP }, ...windows]
}

/** The part of all places that falls to one of several that share the work. The parts overlap by a number, so that no rise is missed. */
export function shareOf(places: readonly Places[], part: number, parts: number): Places[] {
  return places.flatMap(({ first, count, step }) => {
    const from = Math.floor((count * part) / parts)
    const to = Math.min(count, Math.floor((count * (part + 1)) / parts) + 1)
    return to > from ? [{ first: first + from * step, count: to - from, step }] : []
  })
}

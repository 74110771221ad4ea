import { slope } from './slope.js'

/** Kinks are looked for no farther out than this. */
const REACH = 4
/** Distance of the points looked at. */
const SPACING = 2 ** -5
/** How much shorter the chords are by which a kink is told from a smooth bend. */
const SHORTER = 16
/** One-sided slopes that differ by less than this share are one slope. */
const SHARE = 1e-6
/** A kink is narrowed down to an interval this long, and then taken to be at the roundest number near it. */
const WIDTH = 1e-9
/** Kinks are written with this many decimals. */
const DECIMALS = 1e8
/** Two points this far apart show a jump. */
const NEIGHBOURS = 1e-7

/** A point where f has one slope to the left and another to the right. */
export interface Kink {
  readonly at: number
  readonly left: number
  readonly right: number
  /** Whether f itself jumps there. */
  readonly jump: boolean
}

/**
 * The kinks of f between low and high, and from −4 to 4, in order. A smooth bend turns 16 times less over a chord 16 times
 * shorter, a kink at most by half; its place is narrowed down, and counts when the slopes right beside it differ.
 *
 * Shapes: scalar.
 */
export function kinks(f: (t: number) => number, low: number, high: number): Kink[] {
  const found: Kink[] = []
  const end = Math.min(high, REACH) - 2 * SPACING
  for (let t = Math.max(low, -REACH) + 2 * SPACING; t <= end; t += SPACING) {
    if (found.some(({ at }) => Math.abs(at - t) <= SPACING) || !bends(f, t)) continue
    const kink = kinkAt(f, sharpestBend(f, t - SPACING, t + SPACING), Math.min(t - low, high - t) - SPACING)
    if (kink) found.push(kink)
  }
  return found
}

function bends(f: (t: number) => number, t: number): boolean {
  const turn = (at: number, h: number) => Math.abs(f(at + h) - 2 * f(at) + f(at - h)) / h
  const wide = turn(t, SPACING)
  const rounding = (64 * 2 ** -53 * Math.max(Math.abs(f(t - SPACING)), Math.abs(f(t)), Math.abs(f(t + SPACING)))) / SPACING
  if (!(wide > rounding)) return false
  const h = SPACING / SHORTER
  let sharpest = 0
  for (let at = t - SPACING + h; at < t + SPACING; at += h) sharpest = Math.max(sharpest, turn(at, h))
  return sharpest > wide / 4
}

function sharpestBend(f: (t: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  while (high - low > WIDTH) {
    const quarter = (high - low) / 4
    const bend = (start: number) => Math.abs(f(start) - 2 * f(start + quarter) + f(start + 2 * quarter))
    const starts = [low, low + quarter, low + 2 * quarter].sort((one, other) => bend(other) - bend(one))
    ;[low, high] = [starts[0], starts[0] + 2 * quarter]
  }
  return Math.round(((low + high) / 2) * DECIMALS) / DECIMALS + 0
}

function kinkAt(f: (t: number) => number, at: number, room: number): Kink | undefined {
  const left = slope(f, at, -1, room)
  const right = slope(f, at, 1, room)
  const steepest = Math.max(Math.abs(left.value), Math.abs(right.value), 1)
  const [before, after] = [slope(f, at - NEIGHBOURS, -1, room), slope(f, at + NEIGHBOURS, 1, room)]
  const explained = NEIGHBOURS * (Math.abs(before.value) + Math.abs(after.value) + 1)
  const jump = Math.abs(f(at + NEIGHBOURS) - f(at - NEIGHBOURS)) > 4 * explained
  if (!jump && !(Math.abs(left.value - right.value) > SHARE * steepest + left.bound + right.bound)) return undefined
  return { at, left: left.value, right: right.value, jump }
}

import { slope } from './slope.js'

/** Kinks are looked for from −REACH to REACH. */
const REACH = 32
/** Distance of the points looked at. */
const SPACING = 2 ** -4
/** One-sided slopes that differ by less than this share are one slope. */
const SHARE = 1e-6
/** A kink is narrowed down until it lies in an interval this long, and then taken to be at the roundest number near it. */
const WIDTH = 1e-9
/** Kinks are written with this many decimals. */
const DECIMALS = 1e8
/** f is continuous where this far apart it differs by less than its slopes explain. */
const NEIGHBOURS = 1e-7

/** A point where f has a slope to the left and another to the right. */
export interface Kink {
  readonly z: number
  readonly left: number
  readonly right: number
  /** Whether f itself jumps there. */
  readonly jump: boolean
}

/**
 * The kinks of f from −32 to 32, in order. Where the two one-sided slopes differ by more than their error bounds, the
 * place of the sharpest bend is narrowed down; it is a kink when the slopes right beside it still differ.
 *
 * Shapes: scalar.
 */
export function kinks(f: (z: number) => number): Kink[] {
  const found: Kink[] = []
  for (let z = -REACH; z <= REACH; z += SPACING) {
    if (found.some((kink) => Math.abs(kink.z - z) < SPACING) || !bends(f, z)) continue
    const kink = kinkAt(f, sharpestBend(f, z - SPACING, z + SPACING))
    if (kink && !found.some((other) => Math.abs(other.z - kink.z) < SPACING)) found.push(kink)
  }
  return found
}

/** Whether the chords on both sides of z turn by far more than a smooth bend would leave over in a 64th of the length. */
function bends(f: (z: number) => number, z: number): boolean {
  const turn = (at: number, h: number) => Math.abs(f(at + h) - 2 * f(at) + f(at - h)) / h
  const wide = turn(z, SPACING)
  const rounding = (64 * 2 ** -53 * Math.max(Math.abs(f(z - SPACING)), Math.abs(f(z)), Math.abs(f(z + SPACING)))) / SPACING
  if (!(wide > rounding)) return false
  const h = SPACING / 64
  let sharpest = 0
  for (let at = z - SPACING + h; at < z + SPACING; at += h) sharpest = Math.max(sharpest, turn(at, h))
  // A smooth bend is 64 times less sharp there; a kink keeps at least half of its turn.
  return sharpest > wide / 8
}

function sharpestBend(f: (z: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  while (high - low > WIDTH) {
    const quarter = (high - low) / 4
    let best = low
    let sharpest = -1
    for (const start of [low, low + quarter, low + 2 * quarter]) {
      const bend = Math.abs(f(start) - 2 * f(start + quarter) + f(start + 2 * quarter))
      if (bend > sharpest) [best, sharpest] = [start, bend]
    }
    ;[low, high] = [best, best + 2 * quarter]
  }
  return Math.round(((low + high) / 2) * DECIMALS) / DECIMALS + 0
}

function kinkAt(f: (z: number) => number, z: number): Kink | undefined {
  const left = slope(f, z, -1)
  const right = slope(f, z, 1)
  const steepest = Math.max(Math.abs(left.value), Math.abs(right.value))
  const [before, after] = [z - NEIGHBOURS, z + NEIGHBOURS]
  const slopeBeside = Math.min(Math.abs(slope(f, after, 1).value), Math.abs(slope(f, before, -1).value))
  const jump = Math.abs(f(after) - f(before)) > 4 * NEIGHBOURS * Math.max(1, slopeBeside)
  if (!jump && !(Math.abs(left.value - right.value) > SHARE * steepest + left.bound + right.bound)) return undefined
  return { z, left: left.value, right: right.value, jump }
}

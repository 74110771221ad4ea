import { decodeCheckpoint, encodeCheckpoint } from '@nablajs/model-io/node'
import { random } from '@nablajs/linalg'
import { sample } from './sample.js'

/** How many changes of a file were tried and how many were not noticed. */
export interface Damage {
  readonly tried: number
  readonly unnoticed: number
}

/** Every length that a small checkpoint can be cut off at. */
export function truncations(): Damage {
  const bytes = encodeCheckpoint(sample(1))
  const lengths = Array.from({ length: bytes.length }, (_, length) => length)
  return { tried: lengths.length, unnoticed: lengths.filter((length) => isAccepted(bytes.subarray(0, length))).length }
}

/** Every single bit of a small checkpoint, changed. */
export function flips(): Damage {
  const bytes = encodeCheckpoint(sample(1))
  let unnoticed = 0
  for (let bit = 0; bit < 8 * bytes.length; bit++) if (isAcceptedWith(bytes, bit)) unnoticed++
  return { tried: 8 * bytes.length, unnoticed }
}

/** Single bits of the checkpoint of a network for digits, drawn from a seed. */
export function flipsOfLarge(count: number, seed: number): Damage {
  const bytes = encodeCheckpoint(sample(1, [784, 30, 10]))
  const draws = random(seed)
  let unnoticed = 0
  for (let i = 0; i < count; i++) if (isAcceptedWith(bytes, draws.integer(8 * bytes.length))) unnoticed++
  return { tried: count, unnoticed }
}

function isAcceptedWith(bytes: Uint8Array, bit: number): boolean {
  const mask = 1 << (bit & 7)
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ mask
  const accepted = isAccepted(bytes)
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ mask
  return accepted
}

function isAccepted(bytes: Uint8Array): boolean {
  try {
    decodeCheckpoint(bytes)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'FormatError')
  }
}

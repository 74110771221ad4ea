import type { Start } from './session.js'

/** Cuts a start, w², b², w³, …, into layers: copies. */
export function layersOf(sizes: readonly number[], flat: Float32Array): Start[] {
  let at = 0
  const next = (length: number) => flat.slice(at, (at += length))
  return sizes.slice(1).map((outputs, l) => ({ inputs: sizes[l], outputs, w: next(outputs * sizes[l]), b: next(outputs) }))
}

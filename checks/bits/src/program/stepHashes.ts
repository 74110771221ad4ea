import { random, STEP_SCALARS, type Backend, type Dtype, type Floats } from '@nablajs/linalg'
import type { Hashes } from './hashes.js'
import { sha256 } from './sha256.js'

/** Numbers of a vector: enough that threads share them, and no whole number of vectors. */
const LENGTH = 20_011
/** Steps have two vectors of state at the most. */
const VECTORS = 4
/** As the largest rule, adam, has them at some step; every rule reads numbers that it can work with. */
const SCALARS = [0.9, 0.1, 0.999, 0.001, 0.01, 1.25, 1e-8, 0.9999]

/** Two hashes for each step over flat vectors of a backend, one a type, over what three steps make of fixed numbers. */
export async function stepHashes(backend: Backend): Promise<Hashes> {
  const hashes: Hashes = {}
  for (const dtype of ['float32', 'float64'] as const) {
    const cells = backend.alloc('float64', STEP_SCALARS)
    backend.write(cells, Float64Array.from(SCALARS))
    for (const [name, step] of Object.entries(backend.steps ?? {})) {
      if (!step) continue
      const region = backend.alloc(dtype, VECTORS * LENGTH)
      backend.write(region, inputs(dtype))
      const { buffer, offset } = region
      const [w, g, ...state] = [0, 1, 2, 3].map((i) => ({ buffer, offset: offset + i * LENGTH }))
      if (w === undefined || g === undefined) throw new RangeError('no vectors')
      for (let time = 0; time < 3; time++) step(0, LENGTH, cells, w, g, state)
      const all = floats(dtype, VECTORS * LENGTH)
      await backend.read(region, all)
      hashes[`step ${name} ${dtype}`] = await sha256(`step ${name} ${dtype}`, all)
      region.free()
    }
    cells.free()
  }
  return hashes
}

/** w, g and two vectors of state that are not below 0, of every size between 2⁻²⁰ and 2⁵. */
function inputs(dtype: Dtype): Floats {
  const draws = random(1)
  const all = floats(dtype, VECTORS * LENGTH)
  for (let i = 0; i < all.length; i++) {
    const size = (1 + draws.uniform()) * 2 ** (draws.integer(26) - 20)
    all[i] = i < 2 * LENGTH && draws.integer(2) === 0 ? -size : size
  }
  return all
}

function floats(dtype: Dtype, length: number): Floats {
  return dtype === 'float32' ? new Float32Array(length) : new Float64Array(length)
}

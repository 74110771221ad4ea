import { random, type Backend, type Dtype, type Floats, type Operand, type Region, type Shape } from '@nablajs/linalg'
import type { Hashes } from './hashes.js'
import { sha256 } from './sha256.js'

/**
 * A run of rows of a taller matrix, so that what lies between two columns is part of the hash: a kernel must leave it alone. Large
 * enough that threads share it.
 */
const SHAPE: Shape = { rows: 67, cols: 251, stride: 70 }
const LENGTH = SHAPE.stride * SHAPE.cols

/** Both ends of each type, where exponentials underflow, and both zeros. */
const EDGES = {
  float32: [0, 2 ** -149, 2 ** -126, 2 ** -24, 1, 16.64, 87.34, 88.72, 103.98, 1e30],
  float64: [0, 2 ** -1074, 2 ** -1022, 2 ** -53, 1, 36.74, 708.4, 709.79, 745.14, 1e300],
}

/** Two hashes for each elementwise kernel of a backend, one a type, over what it makes of fixed numbers forwards and backwards. */
export async function kernelHashes(backend: Backend): Promise<Hashes> {
  const hashes: Hashes = {}
  for (const dtype of ['float32', 'float64'] as const) {
    const drawn = inputs(dtype)
    for (const [name, kernel] of Object.entries(backend.kernels)) {
      if (!kernel) continue
      const values = name === 'log' ? drawn.map(Math.abs) : drawn
      const [z, a, delta] = [put(backend, dtype, values), put(backend, dtype, values), put(backend, dtype, values)]
      const g = put(backend, dtype, values.slice().reverse())
      kernel.apply(SHAPE, z, a)
      kernel.pullback(SHAPE, z, a, g, delta)
      hashes[`${name} ${dtype}`] = await sha256(`${name} ${dtype}`, await joined(backend, dtype, [a, delta]))
      for (const region of [z, a, g, delta]) region.free()
    }
  }
  return hashes
}

/** Numbers of every size between 2⁻⁴⁰ and 2⁷, normal ones, and the edges, with both signs. */
function inputs(dtype: Dtype): Floats {
  const draws = random(1)
  const edges = EDGES[dtype].flatMap((x) => [x, -x])
  const number = (i: number) => {
    if (i < edges.length) return edges[i]
    if (i % 2 === 0) return 4 * draws.normal()
    return (draws.integer(2) === 0 ? 1 : -1) * (1 + draws.uniform()) * 2 ** (draws.integer(47) - 40)
  }
  const numbers = Array.from({ length: LENGTH }, (_, i) => number(i))
  return dtype === 'float32' ? Float32Array.from(numbers) : Float64Array.from(numbers)
}

function put(backend: Backend, dtype: Dtype, values: Floats): Region {
  const region = backend.alloc(dtype, values.length)
  backend.write(region, values)
  return region
}

async function joined(backend: Backend, dtype: Dtype, regions: readonly Operand[]): Promise<Floats> {
  const all = dtype === 'float32' ? new Float32Array(regions.length * LENGTH) : new Float64Array(regions.length * LENGTH)
  for (const [i, region] of regions.entries()) await backend.read(region, all.subarray(i * LENGTH, (i + 1) * LENGTH))
  return all
}

import type { Backend, Block, Dtype, Kernel } from '../backend.js'
import type { Random } from '../random.js'
import { reference } from '../reference/reference.js'
import { blockOf, DTYPES, each, inFloat64, release, requireCanaries, requireClose, UNIT_ROUNDOFF } from './blocks.js'

/** Rows and columns, and how far the columns are apart beyond their rows. */
const SHAPES = [[1, 1, 0], [1, 5, 3], [7, 2, 0], [33, 4, 0], [33, 4, 3]]

/** Where functions saturate, overflow, underflow or change their formula; both signs of each are tried. */
const EXTREMES: Readonly<Record<Dtype, readonly number[]>> = {
  float32: [0, 1e-45, 1e-38, 1e-8, 0.5, 1, 17, 37, 88.7, 104, 1e4, 1e16, 1e30, 3e38, Infinity, NaN],
  float64: [0, 5e-324, 1e-308, 1e-16, 0.5, 1, 17, 37, 104, 709.8, 745.2, 1e4, 1e16, 1e300, Infinity, NaN],
}
const SMALLEST_NORMAL: Readonly<Record<Dtype, number>> = { float32: 2 ** -126, float64: 2 ** -1022 }
/** How far a kernel may be from the reference one, in units of the last place. */
const ULPS = 4
/** Mixes the rows of a column, so that its error grows with their number. */
const BY_COLUMN = 'softmax'

/**
 * Holds every kernel that the reference backend has as well to it: within 4 units of the last place down to the smallest normal
 * number, softmax within the bound of its sums; NaN and ∞ where they are there. On runs of rows, and with delta = g and a = z.
 *
 * Shapes: from 1 × 1 to 33 × 4, columns apart or not. Returns how many kernels were compared. Throws `PluginError`.
 */
export function checkKernels(backend: Backend, draws: Random): number {
  let compared = 0
  for (const [name, kernel] of Object.entries(backend.kernels)) {
    const ours = reference.kernels[name]
    if (kernel === undefined || ours === undefined) continue
    for (const dtype of DTYPES) {
      for (const [rows, cols, apart] of SHAPES) {
        for (const extreme of name === BY_COLUMN ? [...EXTREMES[dtype], undefined] : [undefined]) {
          checkKernel(backend, name, kernel, ours, dtype, draws, rows, cols, rows + apart, extreme)
        }
      }
    }
    compared++
  }
  return compared
}

function checkKernel(
  backend: Backend,
  kernelName: string,
  kernel: Kernel,
  ours: Kernel,
  dtype: Dtype,
  draws: Random,
  rows: number,
  cols: number,
  stride: number,
  extreme: number | undefined,
): void {
  const byColumn = kernelName === BY_COLUMN
  const name = (part: string) => `kernel ${kernelName}, ${part}, ${rows} × ${cols}, stride ${stride}, ${dtype}`
  const block = (on: Backend, number: () => number) => blockOf(on, dtype, rows, cols, stride, number)
  const normal = () => 3 * draws.normal()
  const z = block(backend, normal)
  if (byColumn) putOne(z, extreme)
  else putAll(z, EXTREMES[dtype])
  const g = block(backend, normal)
  const [a, delta] = [block(backend, () => NaN), block(backend, () => NaN)]
  const [expectedA, expectedDelta] = [block(reference, () => NaN), block(reference, () => NaN)]

  kernel.apply(z, z, a)
  ours.apply(z, z, expectedA)
  const applyBound = byColumn ? columnBound(dtype, z, expectedA) : ulps(dtype, expectedA)
  requireClose(backend, name('apply'), a, (j, i) => entry(expectedA, j, i), applyBound)
  requireCanaries(backend, name('apply'), a)

  // Both get the activations of the reference, so that the two derivatives are compared and nothing else.
  each(a, (at, j, i) => (a.buffer[at] = entry(expectedA, j, i)))
  kernel.pullback(z, z, a, g, delta)
  ours.pullback(z, z, a, g, expectedDelta)
  const pullbackBound = byColumn ? pairwiseBound(dtype, z, a, g) : ulps(dtype, expectedDelta, g)
  requireClose(backend, name('pullback'), delta, (j, i) => entry(expectedDelta, j, i), pullbackBound)
  requireCanaries(backend, name('pullback'), delta)

  kernel.pullback(z, z, a, g, g)
  requireClose(backend, name('pullback with delta = g'), g, (j, i) => entry(delta, j, i), () => 0)
  requireCanaries(backend, name('pullback with delta = g'), g)
  for (const input of [z, a]) requireCanaries(backend, name('inputs of pullback'), input)
  kernel.apply(z, z, a)
  kernel.apply(z, z, z)
  requireClose(backend, name('apply with a = z'), z, (j, i) => entry(a, j, i), () => 0)
  requireCanaries(backend, name('apply with a = z'), z)
  release(z, a, g, delta)
}

/** Extremes of both signs in place of the first numbers, as far as there is room; the order turns with the shape. */
function putAll(z: Block, extremes: readonly number[]): void {
  const signed = extremes.flatMap((x) => [x, -x])
  const start = z.rows + z.stride
  each(z, (at, j, i) => {
    const place = j + i * z.rows
    if (place < signed.length) z.buffer[at] = signed[(place + start) % signed.length]
  })
}

/** One extreme in the first column, its negative in the last: for a kernel in which one number decides about its column. */
function putOne({ buffer, offset, rows, cols, stride }: Block, extreme: number | undefined): void {
  if (extreme === undefined) return
  buffer[offset] = extreme
  if (cols > 1) buffer[offset + rows - 1 + (cols - 1) * stride] = -extreme
}

function ulps(dtype: Dtype, expected: Block, g?: Block): (j: number, i: number) => number {
  const unit = 2 * ULPS * UNIT_ROUNDOFF[dtype]
  return (j, i) => unit * Math.abs(entry(expected, j, i)) + SMALLEST_NORMAL[dtype] * Math.max(1, g ? Math.abs(entry(g, j, i)) : 1)
}

/** Every exponent is off by the rounding of a difference as large as the spread of z, and n of them are summed. */
function columnBound(dtype: Dtype, z: Block, expected: Block): (j: number, i: number) => number {
  const unit = 2 * UNIT_ROUNDOFF[dtype]
  return (j, i) => unit * (z.rows + spread(z, i) + ULPS) * entry(expected, j, i) + SMALLEST_NORMAL[dtype]
}

function pairwiseBound(dtype: Dtype, z: Block, a: Block, g: Block): (j: number, i: number) => number {
  const unit = 2 * UNIT_ROUNDOFF[dtype]
  const copy = inFloat64(g)
  return (j, i) => {
    let gauge = 0
    for (let k = 0; k < z.rows; k++) gauge += entry(a, k, i) * Math.abs(entry(copy, j, i) - entry(copy, k, i))
    return unit * (z.rows + spread(z, i) + ULPS) * entry(a, j, i) * gauge + SMALLEST_NORMAL[dtype]
  }
}

/** The largest |z| of a column that has a share in its sum: beyond e^(−104) or e^(−746) of the largest there is none. */
function spread(z: Block, i: number): number {
  let largest = 0
  for (let j = 0; j < z.rows; j++) if (Math.abs(entry(z, j, i)) < 1e4) largest = Math.max(largest, Math.abs(entry(z, j, i)))
  return largest
}

function entry({ buffer, offset, stride }: Block, j: number, i: number): number {
  return buffer[offset + j + i * stride]
}

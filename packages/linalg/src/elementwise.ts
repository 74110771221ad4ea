import type { Block, Kernel } from './backend.js'
import type { Matrix } from './matrix.js'

/** A function of one number with its derivative, which may name a kernel that a backend runs in its place. */
export interface ElementwiseFunction {
  readonly kernel: string | undefined
  readonly f: (z: number) => number
  readonly fPrime: (z: number, a: number) => number
}

/**
 * a = f(z) on rows from … to − 1: by the backend's kernel of that name where it has one, else by f itself.
 *
 * Shapes: z and a n × m; only the rows named are read and written; a may be z.
 */
export function applyRows({ kernel, f }: ElementwiseFunction, z: Matrix, a: Matrix, from: number, to: number): void {
  const native = nativeKernel(kernel, a)
  if (native) {
    const shape = run(0, z, from, to)
    native.apply(shape, shape, run(1, a, from, to))
    return
  }
  const { rows, cols } = z
  for (let i = 0; i < cols; i++) {
    for (let j = from + i * rows; j < to + i * rows; j++) a.data[j] = f(z.data[j])
  }
}

/**
 * delta = g ⊙ f′(z) on rows from … to − 1: by the backend's kernel of that name where it has one, else by f′ itself.
 *
 * Shapes: z, a, g and delta n × m; only the rows named are read and written; delta may be g.
 */
export function pullbackRows(
  { kernel, fPrime }: ElementwiseFunction,
  z: Matrix,
  a: Matrix,
  g: Matrix,
  delta: Matrix,
  from: number,
  to: number,
): void {
  const native = nativeKernel(kernel, delta)
  if (native) {
    const shape = run(0, z, from, to)
    native.pullback(shape, shape, run(1, a, from, to), run(2, g, from, to), run(3, delta, from, to))
    return
  }
  const { rows, cols } = z
  for (let i = 0; i < cols; i++) {
    for (let j = from + i * rows; j < to + i * rows; j++) delta.data[j] = g.data[j] * fPrime(z.data[j], a.data[j])
  }
}

/**
 * The kernel of that name, where the backend of the result has one. Here is the only place that looks one up.
 *
 * Shapes: given the matrix that the kernel is to write.
 */
export function nativeKernel(name: string | undefined, { backend: { kernels } }: Matrix): Kernel | undefined {
  // An object has names by birth, such as `constructor`; they are no kernels.
  if (name && Object.hasOwn(kernels, name)) return kernels[name]
}

/** Runs of rows as operands; all rows are the matrix itself. The same few objects serve every call, so that a call makes none. */
const runs: Run[] = []

type Run = { -readonly [K in keyof Block]: Block[K] }

function run(place: number, matrix: Matrix, from: number, to: number): Block {
  const { buffer, offset, rows, cols, stride } = matrix
  if (to - from === rows) return matrix
  // Filled here, field by field, the first time as every time.
  const block = (runs[place] ??= {} as Run)
  block.buffer = buffer
  block.offset = offset + from
  block.rows = to - from
  block.cols = cols
  block.stride = stride
  return block
}

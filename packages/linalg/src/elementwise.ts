import type { Operand, Shape } from './backend.js'
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
  const native = kernel === undefined ? undefined : a.backend.kernels[kernel]
  if (native) {
    native.apply(run.shaped(z, from, to), run.z.at(z, from), run.a.at(a, from))
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
  const native = kernel === undefined ? undefined : delta.backend.kernels[kernel]
  if (native) {
    native.pullback(run.shaped(z, from, to), run.z.at(z, from), run.a.at(a, from), run.g.at(g, from), run.delta.at(delta, from))
    return
  }
  const { rows, cols } = z
  for (let i = 0; i < cols; i++) {
    for (let j = from + i * rows; j < to + i * rows; j++) delta.data[j] = g.data[j] * fPrime(z.data[j], a.data[j])
  }
}

/** A run of rows as an operand. One object serves every call, so that a call makes none. */
class RunOfRows implements Operand {
  declare buffer: Operand['buffer']
  offset = 0

  at(matrix: Matrix, from: number): this {
    this.buffer = matrix.buffer
    this.offset = matrix.offset + from
    return this
  }
}

class RunShape implements Shape {
  rows = 0
  cols = 0
  stride = 0
}

const run = {
  shape: new RunShape(),
  z: new RunOfRows(),
  a: new RunOfRows(),
  g: new RunOfRows(),
  delta: new RunOfRows(),
  shaped(z: Matrix, from: number, to: number): Shape {
    this.shape.rows = to - from
    this.shape.cols = z.cols
    this.shape.stride = z.rows
    return this.shape
  },
}

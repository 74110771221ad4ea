import type { Batch, Columns, Network } from '@nablajs/backprop'
import { convert, type Dtype, type Floats, type Matrix } from '@nablajs/linalg'
import type { Samples } from './samples.js'

/**
 * Puts the chosen samples side by side: column i of `into` is column `order[from + i]`, times its scale in the type of `into`.
 *
 * Shapes: into: n × m, overwritten; order: at least from + m whole numbers below the count of columns.
 */
export type Gather = (order: Uint32Array, from: number, into: Matrix) => void

/** Where minibatches are gathered from: the parts of samples. */
export interface Sources {
  readonly inputs: Gather
  readonly targets: Gather
  readonly weights: Gather | undefined
}

/** A column with fewer bytes is copied faster by a loop than by `set`, whose call alone takes about a quarter of a microsecond. */
const LEAST_BYTES = 128

/**
 * Decides, once, how each part of samples is gathered.
 *
 * Shapes: inputs n_1 × size, targets n_L × size, weights 1 × size.
 */
export function sourcesOf(net: Network, { inputs, targets, weights }: Samples): Sources {
  const { dtype } = net
  return {
    inputs: gatherFrom(inputs, dtype, net.batch(1).staging),
    targets: gatherFrom(targets, dtype),
    weights: weights && gatherFrom(weights, dtype),
  }
}

/**
 * How columns are gathered: long ones are copied whole, bytes into the staging area where there is one, and floats straight to
 * their place where they are of its type and nothing scales them; others number by number.
 *
 * Shapes: columns: n × size; staging: n · m bytes.
 */
export function gatherFrom(columns: Columns, dtype: Dtype, staging?: Uint8Array): Gather {
  const { rows, data, scale = 1 } = columns
  if (rows * data.BYTES_PER_ELEMENT < LEAST_BYTES) return byNumber(columns)
  if (data instanceof Uint8Array) return staging ? throughStaging(data, rows, scale, staging) : byNumber(columns)
  return scale === 1 && isOfType(data, dtype) ? byColumn(data, rows) : byNumber(columns)
}

/** Bytes become floats here, or in the loop below, and nowhere else. */
function throughStaging(bytes: Uint8Array, rows: number, scale: number, staging: Uint8Array): Gather {
  const columns = viewsOf(bytes.length / rows, (i) => bytes.subarray(i * rows, (i + 1) * rows))
  return (order, from, into) => {
    for (let i = 0; i < into.cols; i++) staging.set(columns[order[from + i]], i * rows)
    convert(staging, scale, into)
  }
}

function byColumn(floats: Floats, rows: number): Gather {
  const columns = viewsOf(floats.length / rows, (i) => floats.subarray(i * rows, (i + 1) * rows))
  return (order, from, { cols, data }) => {
    for (let i = 0; i < cols; i++) data.set(columns[order[from + i]], i * rows)
  }
}

function byNumber({ rows, data, scale = 1 }: Columns): Gather {
  const single = Math.fround(scale)
  return (order, from, { cols, data: out, dtype }) => {
    const factor = dtype === 'float32' ? single : scale
    for (let i = 0; i < cols; i++) {
      const start = order[from + i] * rows
      const end = (i + 1) * rows
      for (let to = i * rows, at = start; to < end; to++, at++) out[to] = data[at] * factor
    }
  }
}

/** Every column as a view, made once, so that a step makes none. */
function viewsOf<View>(count: number, view: (i: number) => View): View[] {
  return Array.from({ length: count }, (_, i) => view(i))
}

function isOfType(data: Floats, dtype: Dtype): boolean {
  return data.BYTES_PER_ELEMENT === (dtype === 'float32' ? Float32Array.BYTES_PER_ELEMENT : Float64Array.BYTES_PER_ELEMENT)
}

/**
 * Gathers a whole minibatch into the arena: inputs, targets and, where there are any, weights.
 *
 * Shapes: batch.a[1]: n_1 × m, batch.y: n_L × m, batch.omega: 1 × m, overwritten with samples from … from + m − 1 of the order.
 */
export function gatherBatch({ inputs, targets, weights }: Sources, order: Uint32Array, from: number, batch: Batch): void {
  inputs(order, from, batch.a[1])
  targets(order, from, batch.y)
  if (weights) weights(order, from, batch.omega)
}

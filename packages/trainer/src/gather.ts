import type { Batch, Columns } from '@nablajs/backprop'
import type { Matrix } from '@nablajs/linalg'
import type { Samples } from './samples.js'

/** Where minibatches are gathered from: the parts of samples, every one with a scale. */
export interface Sources {
  readonly inputs: Required<Columns>
  readonly targets: Required<Columns>
  readonly weights: Required<Columns> | undefined
}

/**
 * Reads the parts of samples, once. (A default taken at each step would box the scale.)
 *
 * Shapes: inputs n_1 × size, targets n_L × size, weights 1 × size.
 */
export function sourcesOf({ inputs, targets, weights }: Samples): Sources {
  return {
    inputs: scaled(inputs),
    targets: scaled(targets),
    weights: weights && scaled(weights),
  }
}

function scaled({ rows, data, scale = 1 }: Columns): Required<Columns> {
  return { rows, data, scale }
}

/**
 * Puts the chosen samples side by side: column i of `into` is column `order[from + i]`, times the scale. Bytes become floats
 * here and nowhere else.
 *
 * Shapes: columns: n × size, into: n × m, overwritten; order: at least from + m whole numbers below size.
 */
export function gather({ rows, data, scale }: Required<Columns>, order: Uint32Array, from: number, into: Matrix): void {
  const { cols, data: out } = into
  for (let i = 0; i < cols; i++) {
    const start = order[from + i] * rows
    const end = (i + 1) * rows
    for (let to = i * rows, at = start; to < end; to++, at++) out[to] = data[at] * scale
  }
}

/**
 * Gathers a whole minibatch into the arena: inputs, targets and, where there are any, weights.
 *
 * Shapes: batch.a[1]: n_1 × m, batch.y: n_L × m, batch.omega: 1 × m, overwritten with samples from … from + m − 1 of the order.
 */
export function gatherBatch({ inputs, targets, weights }: Sources, order: Uint32Array, from: number, batch: Batch): void {
  gather(inputs, order, from, batch.a[1])
  gather(targets, order, from, batch.y)
  if (weights) gather(weights, order, from, batch.omega)
}

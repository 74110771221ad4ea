import type { Preprocessing } from '@nablajs/model-io'

/** An input or output of an ONNX graph, as its user meets it. */
export interface OnnxValue {
  readonly name: string
  readonly type: 'float32' | 'float64' | 'uint8' | 'string'
  /** N is any number of rows. */
  readonly shape: readonly ['N'] | readonly ['N', number]
}

/** The inputs and outputs of the graph that `toOnnx` writes. */
export interface OnnxValues {
  readonly inputs: readonly OnnxValue[]
  readonly outputs: readonly OnnxValue[]
}

/**
 * What the graph of a network takes and gives: `x` and `y`, or with preprocessing the columns of the table.
 *
 * Shapes: sizes: n_1, …, n_L.
 */
export function onnxValues(sizes: readonly number[], preprocessing: Preprocessing | undefined): OnnxValues {
  const y: OnnxValue = { name: 'y', type: 'float32', shape: ['N', sizes.at(-1) ?? 1] }
  if (!preprocessing) return { inputs: [{ name: 'x', type: 'float32', shape: ['N', sizes[0] ?? 1] }], outputs: [y] }
  const { inputs, target } = preprocessing
  return {
    inputs: inputs.map((column): OnnxValue => {
      const { name } = column
      if (column.kind === 'bytes') return { name, type: 'uint8', shape: ['N', column.count] }
      return { name, type: column.kind === 'number' ? 'float64' : 'string', shape: ['N', 1] }
    }),
    outputs: target.kind === 'classes' ? [y, { name: 'class', type: 'string', shape: ['N'] }] : [{ ...y, type: 'float64' }],
  }
}

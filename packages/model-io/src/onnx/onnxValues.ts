import type { Network } from '@nablajs/backprop'
import type { ModelOptions } from '../modelDescription.js'
import type { InputColumn } from '../preprocessing.js'

/** An input or output of an ONNX graph: N rows of `width`, or N alone where there is none. */
export interface OnnxValue {
  readonly name: string
  readonly type: 'float' | 'double' | 'uint8' | 'string'
  readonly width?: number
}

/** What an ONNX graph takes and gives. */
export interface OnnxValues {
  readonly inputs: readonly OnnxValue[]
  readonly outputs: readonly OnnxValue[]
}

/**
 * The inputs and outputs of the graph that `toOnnx` writes: `x` and `y`, or with preprocessing the columns of the table, and `y` with the
 * `class` or in the units of the table.
 *
 * Shapes: x: N × n_1, y: N × n_L, class: N; a number or a category: N × 1, bytes: N × count.
 */
export function onnxValues({ sizes, L }: Network, { preprocessing }: Pick<ModelOptions, 'preprocessing'> = {}): OnnxValues {
  const [inputs = 1, outputs = 1] = [sizes[0], sizes[L - 1]]
  if (!preprocessing) return { inputs: [{ name: 'x', type: 'float', width: inputs }], outputs: [{ name: 'y', type: 'float', width: outputs }] }
  const classes = preprocessing.target.kind === 'classes'
  const y = { name: 'y', type: classes ? 'float' : 'double', width: outputs } as const
  return { inputs: preprocessing.inputs.map(valueOf), outputs: classes ? [y, { name: 'class', type: 'string' }] : [y] }
}

function valueOf(column: InputColumn): OnnxValue {
  const { name } = column
  if (column.kind === 'bytes') return { name, type: 'uint8', width: column.count }
  return { name, type: column.kind === 'number' ? 'double' : 'string', width: 1 }
}

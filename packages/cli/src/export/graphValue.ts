import type { OnnxValue } from '@nablajs/model-io'

/** An input or output of an ONNX graph, in the words of those who call it. */
export interface GraphValue {
  readonly name: string
  readonly type: 'float32' | 'float64' | 'uint8' | 'string'
  /** N is any number of rows. */
  readonly shape: readonly ['N'] | readonly ['N', number]
}

const TYPES = { float: 'float32', double: 'float64', uint8: 'uint8', string: 'string' } as const

/**
 * An input or output of a graph as NumPy and its like say it.
 *
 * Shapes: none.
 */
export function graphValue({ name, type, width }: OnnxValue): GraphValue {
  return { name, type: TYPES[type], shape: width === undefined ? ['N'] : ['N', width] }
}

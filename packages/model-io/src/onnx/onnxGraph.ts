import type { OnnxValues } from './onnxValues.js'

/** What an attribute of a node holds: a float, a whole number or texts. */
export type OnnxAttribute =
  { readonly kind: 'float'; readonly value: number } | { readonly kind: 'int'; readonly value: number } | { readonly kind: 'strings'; readonly value: readonly string[] }

/** One operation; an operator of the standard set unless `domain` says another. */
export interface OnnxNode {
  readonly op: string
  readonly domain?: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>
}

/** The element types that our graphs have. */
export type OnnxType = 'float' | 'double' | 'uint8' | 'int64' | 'string'

/** Numbers or texts that lie in the file, row after row. */
export type OnnxTensor = { readonly name: string; readonly dims: readonly number[] } & (
  | { readonly type: 'float' | 'double' | 'int64'; readonly data: ArrayLike<number> }
  | { readonly type: 'string'; readonly data: readonly string[] }
)

/** A graph that is being built: nodes stand in the order in which they run. */
export interface OnnxGraph extends OnnxValues {
  readonly nodes: OnnxNode[]
  readonly tensors: OnnxTensor[]
}

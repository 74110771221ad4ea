/** The element types of samples in memory. Bytes stay bytes: they become floats as a minibatch is gathered. */
export type ColumnData = Uint8Array | Float32Array | Float64Array

/**
 * Columns one after another: number j of sample i is `data[j + i · rows]`, times `scale` where there is one. Every `Matrix`
 * is one.
 */
export interface Columns {
  readonly rows: number
  readonly data: ColumnData
  /** Multiplies every number as it is gathered, 1 unless said: 1/255 turns a byte of grey into a number in 0 … 1. */
  readonly scale?: number
}

/** What a network learns from: `size` pairs of an input and a target, the same index in both. */
export interface Samples {
  readonly size: number
  readonly inputs: Columns
  readonly targets: Columns
  /** How much each sample counts in the cost: one row. */
  readonly weights?: Columns
  /** The class of each sample, where the targets are classes. */
  readonly labels?: Uint8Array
}

/** Samples of classes. */
export interface LabelledSamples extends Samples {
  readonly labels: Uint8Array
}

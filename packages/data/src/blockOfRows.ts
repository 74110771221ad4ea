import type { Preprocessing } from './table/preprocessing.js'
import { rowToNumbers, widthsOf, type CellValue, type RowPlace } from './rowToNumbers.js'
import type { Samples } from './samples.js'

/** A block under way: rows go in until it is full, and then it is taken as samples. */
export interface BlockOfRows {
  /** How many rows are in it. */
  readonly length: number
  add(cells: readonly CellValue[], place: RowPlace): void
  /** The samples; the block is empty from here on. */
  take(): Samples
}

/**
 * An empty block.
 *
 * Shapes: samples of at most `capacity` columns of the widths of the preprocessing, in float64; `add` throws what `rowToNumbers` throws.
 */
export function blockOfRows(preprocessing: Preprocessing, capacity: number): BlockOfRows {
  const widths = widthsOf(preprocessing)
  const labelled = preprocessing.target.kind === 'classes'
  const empty = () => ({
    inputs: new Float64Array(capacity * widths.inputs),
    targets: new Float64Array(capacity * widths.targets),
    labels: new Uint8Array(labelled ? capacity : 0),
  })
  let block: ReturnType<typeof empty> | undefined
  let length = 0
  return {
    get length() {
      return length
    },
    add(cells, place) {
      block ??= empty()
      const from = { inputs: length * widths.inputs, targets: length * widths.targets }
      const label = rowToNumbers(preprocessing, cells, place, block, from)
      if (label !== undefined) block.labels[length] = label
      length++
    },
    take() {
      const { inputs, targets, labels } = block ?? empty()
      const samples = {
        size: length,
        inputs: { rows: widths.inputs, data: inputs.subarray(0, length * widths.inputs) },
        targets: { rows: widths.targets, data: targets.subarray(0, length * widths.targets) },
        ...(labelled && { labels: labels.subarray(0, length) }),
      }
      block = undefined
      length = 0
      return samples
    },
  }
}

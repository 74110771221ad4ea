import { DataError } from '@nablajs/linalg'
import { oneHot } from './oneHot.js'
import type { Idx } from './readIdx.js'
import type { LabelledSamples } from './samples.js'

/** White as a byte of grey: a pixel becomes a number in 0 … 1. */
const WHITE = 255

/**
 * Samples from a file of images and its file of labels. The images stay the bytes that were read, with a scale of 1/255.
 *
 * Shapes: images: m × height × width (or m × any), labels: m; inputs (height · width) × m, pixels row after row; targets
 * classes × m, one-hot. Throws `DataError` for files swapped, of different counts, of other types, and for a label out of
 * range, naming the sample.
 */
export function idxSamples(images: Idx, labels: Idx, classes = 10): LabelledSamples {
  if (images.dims.length === 1 && labels.dims.length > 1) {
    throw refusal('images and labels', 'images first, then labels', 'labels first', 'Swap the two.')
  }
  const [size = 0, ...pixels] = images.dims
  if (images.type !== 'uint8' || pixels.length === 0) {
    throw refusal('images', 'bytes, m × height × width', shown(images), 'Give a file of images; for others use dataset().')
  }
  if (labels.type !== 'uint8' || labels.dims.length !== 1) {
    throw refusal('labels', 'bytes, one for each image', shown(labels), 'Give a file of labels; for others use dataset().')
  }
  if (labels.data.length !== size) {
    const fix = 'Give the two files of one set: both train, or both t10k.'
    throw refusal('labels', `${size}, one for each image`, String(labels.data.length), fix)
  }
  const rows = pixels.reduce((product, n) => product * n, 1)
  return {
    size,
    inputs: { rows, data: images.data, scale: 1 / WHITE },
    targets: oneHot(labels.data, classes),
    labels: labels.data,
  }
}

function shown({ type, dims }: Idx): string {
  return `${type}, ${dims.join(' × ')}`
}

function refusal(where: string, expected: string, got: string, fix: string): DataError {
  return new DataError({ where, expected, got, fix })
}

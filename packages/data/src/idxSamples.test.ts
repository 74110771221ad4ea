import { expect, it } from 'vitest'
import { idxSamples } from './idxSamples.js'
import type { Idx } from './readIdx.js'

const images: Idx = { type: 'uint8', dims: [2, 1, 3], data: Uint8Array.of(0, 51, 255, 1, 2, 3) }
const labels: Idx = { type: 'uint8', dims: [2], data: Uint8Array.of(1, 0) }
const refusal = (fields: Record<string, unknown>) => expect.objectContaining({ code: 'DataError', ...fields }) as unknown

it('keeps the bytes of images and labels, and makes the targets one-hot', () => {
  const samples = idxSamples(images, labels, 2)
  expect(samples).toEqual({
    size: 2,
    inputs: { rows: 3, data: images.data, scale: 1 / 255 },
    targets: { rows: 2, data: Uint8Array.of(0, 1, 1, 0) },
    labels: labels.data,
  })
  expect(samples.inputs.data).toBe(images.data)
})

it('has ten classes unless said', () => {
  expect(idxSamples(images, labels).targets.rows).toBe(10)
})

it('says that images and labels are swapped', () => {
  expect(() => idxSamples(labels, images)).toThrow(refusal({ where: 'images and labels', got: 'labels first' }))
})

it('says both counts where they differ', () => {
  const three: Idx = { type: 'uint8', dims: [3], data: Uint8Array.of(1, 0, 1) }
  expect(() => idxSamples(images, three)).toThrow(refusal({ where: 'labels', expected: '2, one for each image', got: '3' }))
})

it('names the sample whose label is out of range', () => {
  const wrong: Idx = { type: 'uint8', dims: [2], data: Uint8Array.of(1, 10) }
  expect(() => idxSamples(images, wrong)).toThrow(refusal({ sample: 1, got: '10' }))
})

it('refuses other types and dimensions', () => {
  const floats: Idx = { type: 'float32', dims: [2, 1], data: Float32Array.of(1, 2) }
  expect(() => idxSamples(floats, labels)).toThrow(refusal({ where: 'images', got: 'float32, 2 × 1' }))
  expect(() => idxSamples(labels, labels)).toThrow(refusal({ where: 'images', got: 'uint8, 2' }))
  expect(() => idxSamples(images, images)).toThrow(refusal({ where: 'labels', got: 'uint8, 2 × 1 × 3' }))
  expect(() => idxSamples(images, { type: 'int8', dims: [2], data: Int8Array.of(1, 0) })).toThrow(
    refusal({ where: 'labels', got: 'int8, 2' }),
  )
})

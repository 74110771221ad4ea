import { expect, it } from 'vitest'
import pytorch from './reference/pytorch.json' with { type: 'json' }
import { clipValues } from './clipValues.js'

it('clips as PyTorch does', () => {
  const clipped = pytorch.gradients.map((numbers) => {
    const gradient = Float64Array.from(numbers)
    clipValues(gradient, 0.6)
    return [...gradient]
  })
  expect(clipped).toEqual(pytorch.clipped.value)
})

it('leaves NaN for training to see', () => {
  const gradient = Float32Array.of(NaN, Infinity, -Infinity)
  clipValues(gradient, 1)
  expect([...gradient]).toEqual([NaN, 1, -1])
})

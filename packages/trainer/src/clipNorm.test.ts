import { expect, it } from 'vitest'
import fc from 'fast-check'
import { clipNorm } from './clipNorm.js'
import { largestDistance } from './reference/largestDistance.js'
import pytorch from './reference/pytorch.json' with { type: 'json' }

function clip(most: number, gradient: Float64Array | Float32Array): number[] {
  clipNorm(gradient, most)
  return [...gradient]
}

it('clips as PyTorch does, which adds 1e-6 to the length', () => {
  const clipped = pytorch.gradients.map((gradient) => clip(1.5, Float64Array.from(gradient)))
  expect(largestDistance(clipped, pytorch.clipped.norm)).toBeLessThan(3e-6)
})

it('gives a gradient of the same direction and at most that length, and leaves a shorter one', () => {
  const number = fc.double({ min: -1e200, max: 1e200, noNaN: true })
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 9 }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (numbers, most) => {
      const clipped = clip(most, Float64Array.from(numbers))
      const length = Math.hypot(...numbers)
      if (length < most * (1 - 1e-9)) expect(clipped).toEqual(numbers)
      if (length < most * (1 + 1e-9)) return
      expect(Math.hypot(...clipped) / most).toBeCloseTo(1, 12)
      clipped.forEach((x, i) => expect(x / most).toBeCloseTo(numbers[i] / length, 12))
    }),
  )
})

it('rounds once in float32, and leaves a length that just fits', () => {
  expect(clip(5, Float64Array.of(6, 8))).toEqual([3, 4])
  expect(clip(10, Float64Array.of(6, 8))).toEqual([6, 8])
  expect(clip(0.1, Float32Array.of(3, 0))).toEqual([Math.fround(3 * (0.1 / 3)), 0])
})

it('leaves what is not finite for training to see', () => {
  for (const x of [NaN, Infinity]) expect(clip(1, Float64Array.of(x, 2))).toEqual([x, 2])
})

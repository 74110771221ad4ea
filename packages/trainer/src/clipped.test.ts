import { expect, it } from 'vitest'
import fc from 'fast-check'
import { adam } from './adam.js'
import { clipped } from './clipped.js'
import type { Optimizer } from './optimizer.js'
import { largestDistance } from './reference/largestDistance.js'
import pytorch from './reference/pytorch.json' with { type: 'json' }
import { stepsOf } from './reference/stepsOf.js'
import { sgd } from './sgd.js'

/** The gradient that an optimizer is given. */
function clip(options: Parameters<typeof clipped>[1], gradient: Float64Array | Float32Array): number[] {
  let given: number[] = []
  const spy: Optimizer = { name: 'spy', vectors: 0, step: (_, gradient) => void (given = [...gradient]) }
  clipped(spy, options).step(new Float64Array(gradient.length), gradient, [], { learningRate: 1, step: 1, weightRanges: [] })
  return given
}

it('clips as PyTorch does', () => {
  const { gradients } = pytorch
  const by = (options: Parameters<typeof clipped>[1]) => gradients.map((gradient) => clip(options, Float64Array.from(gradient)))
  expect(by({ value: 0.6 })).toEqual(pytorch.clipped.value)
  // PyTorch adds 1e-6 to the length.
  expect(largestDistance(by({ norm: 1.5 }), pytorch.clipped.norm)).toBeLessThan(3e-6)
})

it('gives a gradient of the same direction and at most that length, and leaves a shorter one', () => {
  const number = fc.double({ min: -1e200, max: 1e200, noNaN: true })
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 9 }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (numbers, norm) => {
      const given = clip({ norm }, Float64Array.from(numbers))
      const length = Math.hypot(...numbers)
      if (length < norm * (1 - 1e-9)) expect(given).toEqual(numbers)
      if (length < norm * (1 + 1e-9)) return
      expect(Math.hypot(...given) / norm).toBeCloseTo(1, 12)
      given.forEach((x, i) => expect(x / norm).toBeCloseTo(numbers[i] / length, 12))
    }),
  )
})

it('clips numbers before the length, which is then that of what is left', () => {
  expect(clip({ value: 1, norm: 1 }, Float64Array.of(0, -100))).toEqual([0, -1])
  expect(clip({ norm: 5 }, Float64Array.of(6, 8))).toEqual([3, 4])
  expect(clip({ norm: 10 }, Float64Array.of(6, 8))).toEqual([6, 8])
  expect(clip({ norm: 0.1 }, Float32Array.of(3, 0))).toEqual([Math.fround(3 * (0.1 / 3)), 0])
})

it('leaves what is not finite for training to see', () => {
  for (const x of [NaN, Infinity]) expect(clip({ norm: 1 }, Float64Array.of(x, 2))).toEqual([x, 2])
  expect(clip({ value: 1 }, Float64Array.of(NaN, 2))).toEqual([NaN, 1])
})

it('is the optimizer itself where nothing is too long, with its state', () => {
  expect(stepsOf(clipped(adam(), { norm: 1e6, value: 1e6 }))).toEqual(stepsOf(adam()))
  const init = () => undefined
  expect(clipped({ ...adam(), init }, { norm: 1 })).toMatchObject({ name: 'clipped adam', vectors: 2, init })
  expect(clipped(sgd(), { norm: 1 })).not.toHaveProperty('kernel')
  expect(clipped(sgd(), { norm: 1 })).not.toHaveProperty('init')
})

it.each([
  [{}, 'norm'],
  [{ norm: 0 }, 'norm'],
  [{ value: -1 }, 'value'],
  [{ value: NaN }, 'value'],
])('refuses %o', (options, option) => {
  expect(() => clipped(sgd(), options)).toThrow(expect.objectContaining({ code: 'OptionError', option, where: `clipped, ${option}` }))
})

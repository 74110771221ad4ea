import { expect, it } from 'vitest'
import { adam } from './adam.js'
import { clipped, type ClippedOptions } from './clipped.js'
import type { Optimizer } from './optimizer.js'
import { stepsOf } from './reference/stepsOf.js'
import { sgd } from './sgd.js'

/** The gradient that an optimizer is given. */
function given(options: ClippedOptions, ...gradient: number[]): number[] {
  let seen: number[] = []
  const spy: Optimizer = { name: 'spy', vectors: 0, step: (_, gradient) => void (seen = [...gradient]) }
  clipped(spy, options).step(new Float64Array(gradient.length), Float64Array.from(gradient), [], { learningRate: 1, step: 1, weightRanges: [] })
  return seen
}

it('clips numbers, the length, or numbers and then the length that is left', () => {
  expect(given({ value: 1 }, 0.5, -100)).toEqual([0.5, -1])
  expect(given({ norm: 5 }, 6, -8)).toEqual([3, -4])
  expect(given({ value: 4, norm: 2.5 }, 3, 1000)).toEqual([1.5, 2])
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
  [{ value: 0 }, 'value'],
  [{ value: NaN }, 'value'],
])('refuses %o', (options, option) => {
  expect(() => clipped(sgd(), options)).toThrow(expect.objectContaining({ code: 'OptionError', option, where: `clipped, ${option}` }))
})

import { expect, it } from 'vitest'
import { requireSpan, stepsIn } from './span.js'

it('is as many steps as said, or as its epochs have', () => {
  const info = { step: 1, epoch: 1, stepsPerEpoch: 7, cost: 0 }
  expect([stepsIn('cosine', { steps: 5 }, info), stepsIn('cosine', { epochs: 3 }, info)]).toEqual([5, 21])
})

it('says so where an epoch has nobody knows how many steps', () => {
  const info = { step: 1, epoch: 1, stepsPerEpoch: NaN, cost: 0 }
  expect(stepsIn('cosine', { steps: 5 }, info)).toBe(5)
  expect(() => stepsIn('cosine', { epochs: 3 }, info)).toThrow(expect.objectContaining({ code: 'OptionError', where: 'cosine, epochs' }))
})

it.each([
  [{}, 'epochs', 'neither'],
  [{ epochs: 1, steps: 1 }, 'epochs', 'both'],
  [{ epochs: 0 }, 'epochs', '0'],
  [{ steps: 0 }, 'steps', '0'],
  [{ steps: 1.5 }, 'steps', '1.5'],
])('refuses %o', (span, option, got) => {
  expect(() => requireSpan('cosine', span)).toThrow(expect.objectContaining({ code: 'OptionError', option, where: `cosine, ${option}`, got }))
})

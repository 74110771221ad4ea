import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dataset } from './dataset.js'
import { split } from './split.js'

const numbered = (size: number) => {
  const data = Float64Array.from({ length: size }, (_, i) => i)
  return dataset({ rows: 1, data }, { rows: 1, data })
}

it('loses no sample, doubles none, and keeps each with its target', () => {
  const anyFractions = fc.constantFrom([0.8, 0.2], [0.7, 0.2, 0.1], [1])
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 200 }), fc.integer(), anyFractions, (size, seed, fractions) => {
      const parts = split(numbered(size), fractions, { seed })
      expect(parts.flatMap((part) => [...part.inputs.data]).sort((a, b) => a - b)).toEqual([...numbered(size).inputs.data])
      for (const { inputs, targets } of parts) expect(targets.data).toEqual(inputs.data)
      parts.forEach((part, k) => { expect(Math.abs(part.size - size * (fractions[k] ?? 0))).toBeLessThanOrEqual(1) })
    }),
  )
})

it('gives the same parts for the same seed, others for another, and does not touch the samples', () => {
  const samples = numbered(50)
  const [first] = split(samples, [0.5, 0.5])
  expect(split(samples, [0.5, 0.5], { seed: 1 })[0]).toEqual(first)
  expect(split(samples, [0.5, 0.5], { seed: 2 })[0]).not.toEqual(first)
  expect(samples).toEqual(numbered(50))
})

it('draws the order that it drew in every release', () => {
  expect([...split(numbered(10), [0.5, 0.5])[0].inputs.data]).toEqual([9, 6, 2, 0, 3])
})

it.each([
  [[0.5, 0.6], 'fractions above 0 that add up to 1'],
  [[1.5, -0.5], 'fractions above 0 that add up to 1'],
  [[NaN, 1], 'fractions above 0 that add up to 1'],
  [[], 'fractions above 0 that add up to 1'],
  [[0.99, 0.01], 'at least one sample in every part'],
])('refuses the fractions %j', (fractions, expected) => {
  expect(() => split(numbered(10), fractions)).toThrow(
    expect.objectContaining({ code: 'OptionError', option: 'fractions', expected }),
  )
})

it.each([0.5, NaN])('refuses %f as a seed', (seed) => {
  expect(() => split(numbered(10), [0.5, 0.5], { seed })).toThrow(
    expect.objectContaining({ code: 'OptionError', option: 'seed' }),
  )
})

it('keeps the shares of classes on request, where there are labels', () => {
  const labels = Uint8Array.from({ length: 40 }, (_, i) => (i < 30 ? 0 : 1))
  const samples = { size: 40, inputs: { rows: 1, data: new Float64Array(40) }, targets: { rows: 1, data: labels }, labels }
  const parts = split(samples, [0.5, 0.5], { stratified: true })
  expect(parts.map(({ labels: part }) => part?.reduce((sum, label) => sum + label, 0))).toEqual([5, 5])
  const { labels: _, ...without } = samples
  expect(() => split(without, [0.5, 0.5], { stratified: true })).toThrow('samples with labels')
})

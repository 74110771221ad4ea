import { linear } from 'nabla'
import { expect, it } from 'vitest'
import { bump } from './bump.js'
import { oneSample } from './oneSample.js'

it.each([[2, 1, bump], [3, 1, linear]])('agrees with differences, and would not with σ′ in the place of f′', async (layer, neuron, f) => {
  const text = await oneSample({ layer, neuron, f })
  const figure = (line: RegExp) => Number(line.exec(text)?.[1])
  expect(text).toMatch(/^gradient against differences: \d\.\de-\d+$/m)
  expect(figure(/^gradient against differences: (.*)$/m)).toBeLessThan(1e-10)
  expect(figure(/off by (.*)$/m)).toBeGreaterThan(1e-2)
  expect(text.match(/f′ ←/g)).toHaveLength(1)
})

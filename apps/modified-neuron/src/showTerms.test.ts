import { expect, it } from 'vitest'
import { showTerms } from './showTerms.js'

it('marks the neuron that has f′', () => {
  const term = { equation: 'BP1', layer: 3, neuron: 0, modified: false, arriving: -0.5, derivative: 0.25, byEquation: -0.125, byEngine: -0.125 } as const
  expect(showTerms([term, { ...term, neuron: 1, modified: true }]).split('\n')).toEqual([
    '     layer  neuron   arriving  derivative        δ by hand  δ by engine',
    'BP1      3       0  -0.500000    0.250000  σ′    -0.125000    -0.125000',
    'BP1      3       1  -0.500000    0.250000  f′ ←  -0.125000    -0.125000',
  ])
})

import { expect, it } from 'vitest'
import { quantitiesOf } from '../../engine/quantities.js'
import { sidesAt } from './proofSides.js'
import { proofsOf } from './traceOf.js'

const input = { sizes: [3, 4, 2], seed: 208, activation: 'sigmoid', x: [0.9, -0.4, 0.6], y: [1, 0], netCost: 'quadratic', changes: new Map<string, number>() } as const
const quantities = quantitiesOf(input)
const at = (address: string) => quantities.get(address) ?? NaN

it('both sides of every line are of the neuron or weight that is looked at: the left as the engine has it, the right equal to it', () => {
  for (const { of, layer, steps } of proofsOf(input)) {
    const ends = steps.at(-1)
    const others = input.sizes[of === 'BP2' ? layer : layer - 2] ?? 1
    for (const place of [{ j: 1, k: 1 }, { j: 2, k: 1 }, { j: 1, k: 2 }]) {
      const { j, k } = place
      for (const step of steps) {
        const { left, right } = sidesAt(of, step, place, others)
        expect(left, `${of} ${step.equation}`).toBeCloseTo(right, 9)
      }
      const proven = of === 'BP4' ? at(`nablaW:${layer}:${j}:${k}`) : at(`delta:${layer}:${j}`)
      if (ends) expect(sidesAt(of, ends, place, others).right).toBeCloseTo(proven, 12)
      const made = steps.find(({ equation }) => equation === '(43)')
      if (made) expect(sidesAt(of, made, place, others).left).toBe(at(`z:${layer + 1}:${k}`))
      const differentiated = steps.find(({ equation }) => equation === '(44)')
      const slope = at(`a:${layer}:${j}`) * (1 - at(`a:${layer}:${j}`))
      if (differentiated) expect(sidesAt(of, differentiated, place, others).right).toBeCloseTo(at(`w:${layer + 1}:${k}:${j}`) * slope, 12)
    }
  }
})

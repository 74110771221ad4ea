import { expect, it } from 'vitest'
import { costOf } from '../../engine/costOf.js'
import { quantitiesOf, type PassInput } from '../../engine/quantities.js'
import { initialState, stateFromHash } from '../../state/hash.js'
import { greedy, LONGEST_PUSH, pushed, PUSHES, whereGreedFails, type Push } from './game.js'

it('a push is added to z of its neuron', () => {
  const before = quantitiesOf(initialState)
  const after = quantitiesOf(pushed(pushed(initialState, 'delta:2:3', 0.7), 'delta:2:3', -0.2))
  expect(after.get('z:2:3')).toBeCloseTo(before.get('z:2:3')! + 0.5, 14)
  expect(after.get('z:2:1')).toBe(before.get('z:2:1'))
})

it.each(['', '#sizes=2,3,3,1&seed=7&f=tanh', '#C=crossEntropy'])('the greedy demon takes the largest error, and lowers the cost: %s', (hash) => {
  const { state } = stateFromHash(hash)
  const at = quantitiesOf(state)
  const [first, ...others] = greedy(state)
  const errors = [...at].filter(([address]) => address.startsWith('delta:')).map(([, delta]) => Math.abs(delta))
  expect(Math.abs(at.get(first!.at)!)).toBe(Math.max(...errors))
  expect(Math.sign(first!.deltaZ)).toBe(-Math.sign(at.get(first!.at)!))
  expect(others).toHaveLength(PUSHES - 1)
  expect(others.at(-1)!.cost).toBeLessThan(costOf(state, at).cost)
})

it('where greed fails, pushing out of saturation ends lower', () => {
  const patient = ['delta:3:2', 'delta:3:1', 'delta:3:1', 'delta:3:1', 'delta:3:1'].reduce<PassInput>((net, at, i) => pushed(net, at, i === 0 ? -LONGEST_PUSH : LONGEST_PUSH), whereGreedFails)
  const end = (pushes: readonly Push[]) => pushes.at(-1)!.cost
  expect(costOf(patient, quantitiesOf(patient)).cost).toBeLessThan(0.7 * end(greedy(whereGreedFails)))
})

import { expect, it } from 'vitest'
import { costOf } from '../../engine/costOf.js'
import { quantitiesOf } from '../../engine/quantities.js'
import { initialState } from '../../state/hash.js'
import { visit } from './visit.js'

it('its derivative is δ, and its change of the cost that of a bias changed by as much', () => {
  const at = quantitiesOf(initialState)
  for (const [layer, j] of [[2, 1], [2, 4], [3, 2]] as const) {
    const { derivative, here, cost } = visit(initialState, { layer, j }, -1.5, 'z')
    expect(derivative).toBeCloseTo(at.get(`delta:${layer}:${j}`)!, 14)
    const changed = { ...initialState, changes: new Map([[`b:${layer}:${j}`, at.get(`b:${layer}:${j}`)! - 1.5]]) }
    expect(here.actual).toBeCloseTo(costOf(changed, quantitiesOf(changed)).cost - cost, 14)
    expect(here.predicted).toBeCloseTo(-1.5 * derivative, 14)
  }
})

it('at a, δ is its derivative times σ′', () => {
  const [atZ, atA] = (['z', 'a'] as const).map((at) => visit(initialState, { layer: 2, j: 2 }, 1, at).derivative)
  const a = quantitiesOf(initialState).get('a:2:2')!
  expect(atZ).toBeCloseTo(atA! * a * (1 - a), 14)
})

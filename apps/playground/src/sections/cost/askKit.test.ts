import { expect, it } from 'vitest'
import { costNames } from '../../engine/names.js'
import { askKit } from './askKit.js'

it.each(costNames)('the kit has nothing against %s', (netCost) => expect(askKit('own', netCost)).toEqual([]))

it.each(costNames)('it finds that %s with a look at other samples depends on neighbours', (netCost) => {
  expect(askKit('others', netCost).join('\n')).toContain('a sample depends on its neighbours')
})

it('it cannot see a weight, which it never moves', () => expect(askKit('weight', 'quadratic')).toEqual([]))

import { expect, it } from 'vitest'
import type { Row } from '../measure/measure.js'
import { compared } from './compared.js'

const row = (workload: string, id: string, group: Row['group'], ...rates: number[]): Row => ({ workload, id, group, rates })
const goal = { name: 'g', ours: (r: Row) => r.group === 'ours', theirs: (r: Row) => r.group === 'js', floors: { W1: 2, W6m: 1 } }

it('compares the fastest of each side by the median, round by round', () => {
  const rows = [row('W1', 'a', 'ours', 1, 1, 1), row('W1', 'b', 'ours', 6, 8, 9), row('W1', 'p', 'js', 3, 4, 3), row('W1', 'q', 'js', 9, 1, 1)]
  expect(compared([goal], rows)).toEqual([
    { goal: 'g', workload: 'W1', floor: 2, ours: 'b', theirs: 'p', ratio: { median: 2, min: 2, max: 3 }, reached: true },
  ])
})

it('says what falls short', () => {
  expect(compared([goal], [row('W1', 'a', 'ours', 5), row('W1', 'p', 'js', 4)])[0].reached).toBe(false)
})

it('says nothing where one side did not run', () => {
  expect(compared([goal], [row('W1', 'a', 'ours', 5), row('W1', 'p', 'js')])).toEqual([])
})

it('holds W6m to W6b of the others', () => {
  expect(compared([goal], [row('W6m', 'a', 'ours', 5), row('W6b', 'p', 'js', 5)]).map(({ workload, reached }) => [workload, reached])).toEqual([['W6m', true]])
})

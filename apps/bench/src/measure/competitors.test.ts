import { expect, it } from 'vitest'
import { goals } from '../report/floors.js'
import { workloads } from '../workloads.js'
import { competitors } from './competitors.js'

const list = competitors({ python: '/python', c: '/c', peers: true, relaxedSimd: ['--flag'], newerNode: '/node' })

it('has a name for each, once', () => {
  expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
})

it('has both sides of every goal, in a workload that there is', () => {
  const ids = workloads.map(({ id }) => id)
  for (const { name, ours, theirs, floors } of goals) {
    const rows = list.map(({ id, group }) => ({ workload: '', id, group, rates: [] }))
    expect([name, rows.some(ours), rows.some(theirs), Object.keys(floors).every((id) => ids.includes(id))]).toEqual([name, true, true, true])
  }
})

it('gives what is missing as the reason of those who need it, and of no other', () => {
  const without = competitors({ python: new Error('no Python\nat x'), c: new Error('no gcc'), peers: new Error('no network'), relaxedSimd: [], newerNode: new Error('no Node') })
  const reasons = Object.fromEntries(without.map(({ id, missing }) => [id, missing]))
  expect([reasons['torch nn 1t'], reasons['C OpenBLAS 2t'], reasons['jax-js'], reasons['wasm fast 2t Node 24'], reasons['wasm exact 1t'], reasons['loops by hand']]).toEqual([
    'no Python',
    'no gcc',
    'no network',
    'no Node',
    undefined,
    undefined,
  ])
})

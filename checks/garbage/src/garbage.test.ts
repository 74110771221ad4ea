import { expect, it } from 'vitest'
import { collections } from './collections.js'
import { workloads } from './workload.js'

const STEPS = 100_000

// A cut through the list that has every cost and optimizer, the plain case, and the activations that call the longest
// functions; `pnpm check garbage` runs all.
const CUT = workloads().filter(({ hidden, optimizer, cost }) =>
  hidden.name === 'tanh' ? optimizer().name === 'sgd' || cost.name === 'quadratic' : optimizer().name === 'momentum' && ['gelu', 'softmax'].includes(hidden.name),
)

it.each(CUT)('makes no garbage in 100,000 steps: $name', async ({ name }) => {
  expect(await collections(name, STEPS)).toBe(0)
})

it('would see it: one small object a step is caught', async () => {
  expect(await collections('tanh, linear, quadratic, sgd', STEPS, true)).toBeGreaterThan(0)
})

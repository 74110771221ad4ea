import { expect, it } from 'vitest'
import { collections } from './collections.js'
import { workloads } from './workload.js'

const STEPS = 100_000

// A cut through the list that has every cost, the plain case, the activations that call the longest functions, and the optimizers
// that have most to do; `pnpm check garbage` runs all.
const WITH_LESS = ['nesterov', 'adaGrad', 'rmsProp', 'adam']
const CUT = workloads()
  .filter(({ optimizer }) => !WITH_LESS.includes(optimizer().name))
  .filter(({ hidden, optimizer, cost }) =>
    hidden.name === 'tanh' ? optimizer().name === 'sgd' || cost.name === 'quadratic' : optimizer().name === 'momentum' && ['gelu', 'softmax'].includes(hidden.name),
  )

it.each(CUT)('makes no garbage in 100,000 steps: $name', async ({ name }) => {
  expect(await collections(name, STEPS)).toBe(0)
})

it('would see it: one small object a step is caught', async () => {
  expect(await collections('tanh, linear, quadratic, sgd', STEPS, true)).toBeGreaterThan(0)
})

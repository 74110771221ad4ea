import { expect, it } from 'vitest'
import {
  adaGrad, adam, adamW, clipped, momentum, nesterov, quadratic, regularised, rmsProp, sgd, spirals, tanh, train, type Optimizer, type StepInfo,
} from './index.js'
import { network } from './network.js'

const optimizers: Record<string, () => Optimizer> = {
  sgd, momentum, nesterov, adaGrad, rmsProp, adam, adamW,
  'all at once': () => clipped(regularised(adamW(), { l1: 1e-3, l2: 1e-3, maxNorm: 2 }), { value: 0.1, norm: 0.2 }),
}

/** The optimizer in TypeScript: whole gradients, and no step of the backend. */
function byHand({ kernel: _, ...optimizer }: Optimizer): Optimizer {
  return { ...optimizer, step: (w, g, state, info) => optimizer.step(w, g, state, withoutNative(info)) }
}

function withoutNative({ native: _, ...info }: StepInfo): StepInfo {
  return info
}

it.each(
  Object.entries(optimizers).flatMap(([name, optimizer]) => (['float32', 'float64'] as const).map((dtype) => [name, dtype, optimizer] as const)),
)('steps on exact WebAssembly with the bits of its TypeScript: %s, %s', async (_, dtype, optimizer) => {
  const samples = spirals({ size: 40, seed: 4 })
  let native = 0
  const counting = ({ step, kernel: _, ...rest }: Optimizer): Optimizer => ({
    ...rest,
    step: (w, g, state, info) => {
      const { native: steps } = info
      step(w, g, state, { ...info, native: steps && { run: (...all) => steps.run(...all) && ++native > 0 } })
    },
  })
  const parameters = await Promise.all(
    [counting(optimizer()), optimizer(), byHand(optimizer())].map(async (optimizer) => {
      const net = await network([2, { neurons: 7, activation: tanh }, samples.targets.rows], { dtype, seed: 7 })
      expect(net.backend.name).toBe('wasm')
      for await (const epoch of train(net, samples, { cost: quadratic, epochs: 5, batchSize: 7, learningRate: 0.05, optimizer })) expect(epoch.cost).toBeGreaterThan(0)
      return net.parameters
    }),
  )
  expect(parameters[1]).toEqual(parameters[0])
  expect(parameters[2]).toEqual(parameters[0])
  expect(native).toBeGreaterThanOrEqual(30)
})

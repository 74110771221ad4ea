import { expect, it } from 'vitest'
import { crossEntropy, gelu, momentum, quadratic, reference, spirals, tanh, train, type Activation, type Cost, type Optimizer } from './index.js'
import { network } from './network.js'

/** SHA-256 of the parameters after three epochs, as they lie in memory. */
async function hashAfterTraining(dtype: 'float32' | 'float64', hidden: Activation, cost: Cost, optimizer?: Optimizer): Promise<string> {
  const samples = spirals({ size: 200, seed: 4 })
  const outputs = samples.targets.rows
  const net = await network([2, { neurons: 8, activation: hidden }, { neurons: 8, activation: hidden }, outputs], { dtype, seed: 7, backend: reference })
  const options = { cost, epochs: 3, batchSize: 7, learningRate: 0.1, seed: 2, ...(optimizer ? { optimizer } : {}) }
  for await (const epoch of train(net, samples, options)) expect(epoch.cost).toBeGreaterThan(0)
  const digest = await crypto.subtle.digest('SHA-256', net.parameters.slice())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

it('gives the bits that the reference backend gives in every engine and in every release', async () => {
  expect(await hashAfterTraining('float32', tanh, quadratic)).toMatchInlineSnapshot(`"36bb8c43cbd9d84087d49740a9b46a27658d32703c9ea0ab212040d047477638"`)
  expect(await hashAfterTraining('float64', gelu, crossEntropy, momentum())).toMatchInlineSnapshot(`"103636defcce02f1b8b119155b6afe5722463abc66a7240fb846cf55b813824c"`)
})

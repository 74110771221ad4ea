import { expect, it } from 'vitest'
import { crossEntropy, gelu, momentum, quadratic, reference, spirals, tanh, train, type Activation, type Backend, type Cost, type Optimizer } from './index.js'
import { network } from './network.js'

/** SHA-256 of the parameters after three epochs, as they lie in memory. */
async function hashAfterTraining(
  backend: Backend | undefined, dtype: 'float32' | 'float64', hidden: Activation, cost: Cost, optimizer?: Optimizer,
): Promise<string> {
  const samples = spirals({ size: 200, seed: 4 })
  const outputs = samples.targets.rows
  const layers = [2, { neurons: 8, activation: hidden }, { neurons: 8, activation: hidden }, outputs]
  const net = await network(layers, { dtype, seed: 7, ...(backend && { backend }) })
  const options = { cost, epochs: 3, batchSize: 7, learningRate: 0.1, seed: 2, ...(optimizer ? { optimizer } : {}) }
  for await (const epoch of train(net, samples, options)) expect(epoch.cost).toBeGreaterThan(0)
  const digest = await crypto.subtle.digest('SHA-256', net.parameters.slice())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

it('gives the bits that the reference backend gives in every engine and in every release', async () => {
  expect(await hashAfterTraining(reference, 'float32', tanh, quadratic)).toMatchInlineSnapshot(`"36bb8c43cbd9d84087d49740a9b46a27658d32703c9ea0ab212040d047477638"`)
  expect(await hashAfterTraining(reference, 'float64', gelu, crossEntropy, momentum())).toMatchInlineSnapshot(`"103636defcce02f1b8b119155b6afe5722463abc66a7240fb846cf55b813824c"`)
})

it('gives the bits of exact WebAssembly, those of every engine, unless a backend is named', async () => {
  expect(await hashAfterTraining(undefined, 'float32', tanh, quadratic)).toMatchInlineSnapshot(`"a69b211bbae3dfc0b69377614c2738eb21fd3e5581aaae76c8d1ef8503956569"`)
  expect(await hashAfterTraining(undefined, 'float64', gelu, crossEntropy, momentum())).toMatchInlineSnapshot(`"734572141bd07c8c29055ced718258124f658824888f0c70afb5f1d1d121e5cb"`)
})

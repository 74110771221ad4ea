import { expect, it } from 'vitest'
import { quadratic, reference, sigmoid, tanh, train, xor } from './index.js'
import { network } from './network.js'

it('is a promise of a network on the fastest backend, with the sigmoid unless said', async () => {
  const promise = network([2, 3, 1])
  expect(promise).toBeInstanceOf(Promise)
  const net = await promise
  expect(net.sizes).toEqual([2, 3, 1])
  expect(net.backend).toMatchObject({ name: 'wasm', exact: true })
  expect(net.activation[2]).toBe(sigmoid)
})

it('takes every option of a network', async () => {
  const own = { ...reference, name: 'own' }
  const net = await network([2, { neurons: 3, activation: sigmoid }, 1], { activation: tanh, seed: 5, dtype: 'float64', backend: own, maxBatch: 7 })
  expect(net).toMatchObject({ dtype: 'float64', backend: own, maxBatch: 7 })
  expect(net.activation.slice(2)).toEqual([sigmoid, tanh])
})

it('shares one backend among networks, and takes fast WebAssembly for small ones that need not be exact', async () => {
  const [one, other, fast] = await Promise.all([network([2, 3, 1]), network([5, 4]), network([2, 3, 1], { mode: 'fast' })])
  expect(one.backend).toBe(other.backend)
  expect(fast.backend).toMatchObject({ name: 'wasm-fast' })
})

it('has the bits of one thread with several', async () => {
  const samples = xor()
  const [one, several] = await Promise.all([network([2, 4, 1]), network([2, 4, 1], { threads: 2 })])
  expect(several.backend).not.toBe(one.backend)
  for (const net of [one, several]) for await (const _ of train(net, samples, { cost: quadratic, epochs: 3, batchSize: 4, learningRate: 5 }));
  expect(several.parameters).toEqual(one.parameters)
})

it('rejects with what went wrong', async () => {
  await expect(network([1])).rejects.toThrow(expect.objectContaining({ code: 'OptionError', option: 'sizes' }))
  await expect(network([2, null as never])).rejects.toThrow(expect.objectContaining({ code: 'OptionError' }))
  await expect(network([1, 1], { mode: 'quick' as never })).rejects.toThrow(
    expect.objectContaining({ code: 'OptionError', option: 'mode', got: 'quick' }),
  )
})

it('brings all that training needs: xor is learnt', async () => {
  const samples = xor()
  const net = await network([2, 4, 1], { seed: 3 })
  let correct: number | undefined
  for await (const epoch of train(net, samples, { cost: quadratic, epochs: 1500, batchSize: 4, learningRate: 5, test: samples })) {
    correct = epoch.test.correct
  }
  expect(correct).toBe(samples.size)
})

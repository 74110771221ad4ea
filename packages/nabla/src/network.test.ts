import { expect, it } from 'vitest'
import { quadratic, reference, sigmoid, tanh, train, xor } from './index.js'
import { network } from './network.js'

it('is a promise of a network on the fastest backend, with the sigmoid unless said', async () => {
  const promise = network([2, 3, 1])
  expect(promise).toBeInstanceOf(Promise)
  const net = await promise
  expect(net.sizes).toEqual([2, 3, 1])
  expect(net.backend).toBe(reference)
  expect(net.activation[2]).toBe(sigmoid)
})

it('takes every option of a network', async () => {
  const own = { ...reference, name: 'own' }
  const net = await network([2, { neurons: 3, activation: sigmoid }, 1], { activation: tanh, seed: 5, dtype: 'float64', backend: own, maxBatch: 7 })
  expect(net).toMatchObject({ dtype: 'float64', backend: own, maxBatch: 7 })
  expect(net.activation.slice(2)).toEqual([sigmoid, tanh])
})

it.each(['exact', 'fast'] as const)('has a backend for mode %s', async (mode) => {
  expect((await network([1, 1], { mode })).backend.name).toBe('reference')
})

it('rejects with what went wrong', async () => {
  await expect(network([1])).rejects.toThrow(expect.objectContaining({ code: 'OptionError', option: 'sizes' }))
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

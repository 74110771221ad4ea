import { crossEntropy } from '@nablajs/costs'
import { train } from '@nablajs/trainer'
import { expect, it } from 'vitest'
import { BATCH, subject } from './subject.js'

it('has minibatches whose products two threads share: once the other has ended nothing is trained', async () => {
  const trainAfterClose = async (threads: number) => {
    const { backend, net, samples } = await subject(threads)
    backend.close()
    for await (const { number } of train(net, samples, { cost: crossEntropy, epochs: 1, batchSize: BATCH, learningRate: 0.1 })) expect(number).toBe(1)
  }
  await expect(trainAfterClose(2)).rejects.toMatchObject({ code: 'BackendError', got: 'none: they have ended' })
  await expect(trainAfterClose(1)).resolves.toBeUndefined()
})

import { expect, it } from 'vitest'
import { compileKernels } from './module.js'
import { createMemory, SHARES_AT } from './memory.js'
import { DONE, FAILED, SHARE } from './workerProgram.js'
import { startWorkers } from './workers.js'

const kernels = await compileKernels('exact', true)

async function twoThreads() {
  const memory = createMemory(kernels, 1024, 4)
  const workers = memory && (await startWorkers(kernels, memory, 2))
  if (!memory || !workers) throw new Error('there are no workers here')
  return { workers, cells: new Int32Array(memory.memory.buffer, SHARES_AT, 16) }
}

it('has every share done once, by whichever thread is free', async () => {
  const { workers, cells } = await twoThreads()
  const kind = workers.kindOf('peak_f32')
  for (let round = 0; round < 200; round++) {
    for (let share = 0; share < workers.count; share++) workers.shares.set([kind, 1], share * SHARE)
    workers.offer()
    for (let at = workers.next(); at >= 0; at = workers.next()) workers.done()
    workers.finish()
    expect(cells[DONE]).toBe(workers.count)
  }
  workers.end()
})

it('throws where a kernel failed in a worker', async () => {
  const { workers, cells } = await twoThreads()
  for (let share = 0; share < workers.count; share++) workers.shares.set([workers.kindOf('no such operation'), 1], share * SHARE)
  workers.offer()
  while (cells[DONE] < workers.count) await new Promise((resolve) => setTimeout(resolve, 1))
  expect(cells[FAILED]).toBe(1)
  expect(() => workers.finish()).toThrow(/kernel failed/)
  workers.end()
})

it('throws at the next operation when its workers have ended', async () => {
  const { workers } = await twoThreads()
  workers.end()
  expect(() => workers.offer()).toThrow(/every worker/)
})

import { afterEach, expect, it } from 'vitest'
import { startWorker } from './startWorker.js'
import { wasm } from './wasm.js'

const host = Reflect.get(globalThis, 'process') as object
afterEach(() => {
  Reflect.set(globalThis, 'process', host)
  Reflect.deleteProperty(globalThis, 'Worker')
})

/** A browser's worker that answers as it is told, and keeps what it was sent. */
function inBrowser(answer: 'begins' | 'fails' | 'throws'): unknown[] {
  const sent: unknown[] = []
  class Worker {
    onmessage = (): void => undefined
    onerror = (): void => undefined
    constructor(readonly url: string) {
      if (answer === 'throws') throw new DOMException('blocked by the policy of the page')
    }
    postMessage(message: unknown): void {
      sent.push(message)
      setTimeout(() => (answer === 'begins' ? this.onmessage() : this.onerror()))
    }
    terminate(): void {
      sent.push('end')
    }
  }
  Object.assign(globalThis, { Worker })
  Reflect.set(globalThis, 'process', Object.create(host, { getBuiltinModule: { value: undefined } }))
  return sent
}

it('starts a worker of the browser from text and hands it what it needs', async () => {
  const sent = inBrowser('begins')
  const worker = startWorker('all that it needs')
  await worker.begun
  expect(worker.isLost()).toBe(false)
  worker.end()
  expect(sent).toEqual(['all that it needs', 'end'])
})

it('rejects where the worker fails before it has begun', async () => {
  inBrowser('fails')
  const worker = startWorker('')
  await expect(worker.begun).rejects.toThrow(/before it began/)
  expect(worker.isLost()).toBe(true)
})

it.each(['fails', 'throws'] as const)('leaves one thread where a worker %s', async (answer) => {
  inBrowser(answer)
  expect((await wasm({ threads: 2 })).threads).toBe(1)
})

it('starts a thread of Node that ends with an error in what it is given', async () => {
  await expect(startWorker({ products: 'no module' }).begun).rejects.toThrow()
})

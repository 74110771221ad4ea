import { afterEach, expect, it, vi } from 'vitest'
import { BREATH_MS, breathe, piecesPerBreath } from './breathe.js'

afterEach(() => {
  vi.unstubAllGlobals()
})

it.each(['setImmediate', 'a message, where there is no setImmediate'])('lets what waits run, by %s', async (way) => {
  if (way !== 'setImmediate') vi.stubGlobal('setImmediate', undefined)
  let ran = false
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    ran = true
    port1.close()
  }
  port2.postMessage(null)
  while (!ran) await breathe()
  expect(ran).toBe(true)
})

it('grows the number of pieces at most twofold and shrinks it at once', () => {
  expect(piecesPerBreath(10, BREATH_MS / 10)).toBe(20)
  expect(piecesPerBreath(10, BREATH_MS / 1.5)).toBe(15)
  expect(piecesPerBreath(100, BREATH_MS * 50)).toBe(2)
  expect(piecesPerBreath(1, BREATH_MS * 50)).toBe(1)
  expect(piecesPerBreath(4, 0)).toBe(8)
})

import { expect, it } from 'vitest'
import { isSpread, kill } from './kill.js'

it('ends with the bits of a training that was never stopped, however often it is killed and wherever', async () => {
  const found = await kill(100, 1)
  expect(found.failures).toEqual([])
  expect(found.differing).toBe(0)
  expect(found.controlDiffers).toBe(true)
  expect(found.kills).toBeGreaterThanOrEqual(100)
  expect(found.phases).toSatisfy(() => isSpread(found))
})

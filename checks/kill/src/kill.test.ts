import { expect, it } from 'vitest'
import { COMBINATIONS } from './combinations.js'
import { kill, passes } from './kill.js'

it('ends with the bits of a training that was never stopped, however often it is killed and wherever', async () => {
  const found = await kill(100, 1)
  expect(found.failures).toEqual([])
  expect(found.differing).toBe(0)
  expect(found.unlikeThreads).toEqual([])
  expect(Object.values(found.controls)).toEqual([true, true, true, true])
  expect(found.kills).toBeGreaterThanOrEqual(100)
  for (const { name } of COMBINATIONS) expect(found.combinations[name], name).toBeGreaterThan(0)
  expect(found).toSatisfy(passes)
})

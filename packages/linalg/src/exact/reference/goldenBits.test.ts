import { expect, it } from 'vitest'
import { goldenBits } from './goldenBits.js'

it('goldenBits changes when one bit of one result does, or the sign of a zero', async () => {
  const hash = await goldenBits((x) => x, -1, 1)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(await goldenBits((x) => x, -1, 1)).toBe(hash)
  let calls = 0
  expect(await goldenBits((x) => (++calls === 7777 ? x * (1 + Number.EPSILON) : x), -1, 1)).not.toBe(hash)
  expect(await goldenBits(() => 0, -1, 1)).not.toBe(await goldenBits(() => -0, -1, 1))
})

it('goldenBits takes every NaN as one', async () => {
  const negative = new Float64Array(new BigUint64Array([0xfff8000000000001n]).buffer)
  expect(await goldenBits(() => NaN, 0, 1)).toBe(await goldenBits(() => negative[0], 0, 1))
})

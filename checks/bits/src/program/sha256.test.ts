import { expect, it } from 'vitest'
import { sha256 } from './sha256.js'

it('hashes the bytes of the numbers and nothing beside them, shared memory included', async () => {
  // SHA-256 of eight zero bytes and of 00 00 80 3f, by sha256sum.
  expect(await sha256('zeros', new Float64Array(1))).toBe('af5570f5a1810b7af78caf4bc70a660f0df51e42baf91d4de5b2328de0e83dfc')
  const shared = new Float32Array(new SharedArrayBuffer(12), 4, 1)
  shared[0] = 1
  expect(await sha256('one', shared)).toBe('e00e5eb9444182f352323374ef4e08ebcb784725fdd4fd612d7730540b3e0c8c')
})

it('tells zeros of unlike sign apart, and refuses NaN by its place', async () => {
  expect(await sha256('', new Float32Array([0]))).not.toBe(await sha256('', new Float32Array([-0])))
  await expect(sha256('W1', new Float32Array([1, NaN]))).rejects.toThrow('W1: number 1 is NaN')
})

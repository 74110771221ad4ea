import { expect, it } from 'vitest'
import { reference } from './reference.js'

it('gives memory of zeros, which can be written, read and given back', () => {
  const region = reference.alloc('float64', 3)
  expect(region).toMatchObject({ offset: 0, length: 3, buffer: new Float64Array(3) })
  expect(reference.alloc('float32', 2).buffer).toEqual(new Float32Array(2))
  reference.write({ buffer: region.buffer, offset: 1 }, Float64Array.of(5, 6))
  const values = new Float64Array(2)
  void reference.read({ buffer: region.buffer, offset: 1 }, values)
  expect([...values]).toEqual([5, 6])
  region.free()
  region.free()
})

it('runs a recording as often as asked', () => {
  let count = 0
  const recording = reference.record(() => count++)
  expect(count).toBe(0)
  recording.run(3)
  recording.run(2)
  expect(count).toBe(5)
})

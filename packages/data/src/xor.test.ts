import { expect, it } from 'vitest'
import { xor } from './xor.js'

it('is 1 where the inputs differ', () => {
  const { size, inputs, targets, labels } = xor()
  expect(size).toBe(4)
  for (let i = 0; i < size; i++) expect(targets.data[i]).toBe(Number(inputs.data[2 * i] !== inputs.data[2 * i + 1]))
  expect(labels).toEqual(targets.data)
})

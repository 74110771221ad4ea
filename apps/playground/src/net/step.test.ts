import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressText, readAddress } from '../address/address.js'
import { step } from './step.js'

const sizes = [3, 4, 2]
const from = (text: string) => readAddress(text, sizes)
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', 'Escape']

it.each([
  ['a:2:4', 'ArrowRight', 'a:3:2'],
  ['a:2:1', 'ArrowLeft', 'a:1:1'],
  ['a:1:1', 'ArrowLeft', 'a:1:1'],
  ['z:2:2', 'ArrowDown', 'a:2:3'],
  ['a:2:2', 'Enter', 'w:2:2:1'],
  ['w:2:2:1', 'ArrowDown', 'w:2:2:2'],
  ['w:2:2:3', 'ArrowDown', 'w:2:2:3'],
  ['w:2:2:3', 'Escape', 'a:2:2'],
  ['w:2:2:3', 'ArrowLeft', 'a:1:3'],
])('from %s, %s leads to %s', (start, key, end) => expect(addressText(step(key, from(start), sizes)!)).toBe(end))

it('begins at the first input, and has nothing to enter there', () => {
  expect(step('ArrowDown', undefined, sizes)).toEqual({ kind: 'a', layer: 1, j: 2 })
  expect(step('Enter', from('a:1:1'), sizes)).toBeUndefined()
  expect(step('x', from('a:1:1'), sizes)).toBeUndefined()
})

it('no keys lead out of a net', () => {
  const nets = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(nets, fc.array(fc.constantFrom(...keys), { maxLength: 30 }), (net, pressed) => {
      let at = readAddress('a:1:1', net)
      for (const key of pressed) at = step(key, at, net) ?? at
      expect(readAddress(addressText(at!), net)).toEqual(at)
    }),
  )
})

import { expect, it } from 'vitest'
import { zeros } from '@nablajs/linalg'
import { isPromise, kindOf } from './kindOf.js'

it.each([
  [Promise.resolve(1), 'a promise'],
  [{ then: () => 0 }, 'a promise'],
  [undefined, 'nothing'],
  [null, 'nothing'],
  [[1], 'an array'],
  [zeros(1, 1), 'a matrix'],
  [{}, 'an object'],
  ['text', 'a string'],
])('says in a few words what came: %s is %s', (value, kind) => {
  expect(kindOf(value)).toBe(kind)
  expect(isPromise(value)).toBe(kind === 'a promise')
})

import { expect, it } from 'vitest'
import { readAddress } from '../../address/address.js'
import { placeOf } from './place.js'

const sizes = [3, 4, 2]
const at = (...texts: string[]) => texts.map((text) => readAddress(text, sizes))

it.each([
  ['w:2:3:2', { j: 3, k: 2 }],
  ['z:2:4', { j: 4, k: 1 }],
  ['a:1:3', { j: 1, k: 3 }],
  ['a:3:2', { j: 1, k: 1 }],
])('going forward into layer 2, %s is of neuron j and term k', (text, place) => expect(placeOf(2, false, at(text), sizes)).toEqual(place))

it.each([
  ['w:3:2:4', { j: 4, k: 2 }],
  ['delta:3:2', { j: 1, k: 2 }],
  ['delta:2:3', { j: 3, k: 1 }],
  ['w:2:3:2', { j: 3, k: 1 }],
  ['a:1:3', { j: 1, k: 1 }],
])('going back to layer 2, %s is of neuron j and of term k in the layer after', (text, place) => expect(placeOf(2, true, at(text), sizes)).toEqual(place))

it('what is pointed at goes before what was chosen, and leaves to it what it does not say', () => {
  expect(placeOf(2, false, at('a:1:3', 'z:2:4'), sizes)).toEqual({ j: 4, k: 3 })
})

it('is always in the network', () => expect(placeOf(3, false, [{ kind: 'w', layer: 3, j: 9, k: 9 }], sizes)).toEqual({ j: 2, k: 4 }))

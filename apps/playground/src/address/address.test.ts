import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressText, hasColumns, kinds, readAddress, type Address } from './address.js'

const sizes = [3, 4, 2]

it.each([
  ['w:2:1:3', { kind: 'w', layer: 2, j: 1, k: 3 }],
  ['b:3:2', { kind: 'b', layer: 3, j: 2 }],
  ['a:1:3', { kind: 'a', layer: 1, j: 3 }],
  ['w:3', { kind: 'w', layer: 3 }],
  ['y:3:2', { kind: 'y', layer: 3, j: 2 }],
  ['delta:2:4', { kind: 'delta', layer: 2, j: 4 }],
  ['nablaW:3:2:4', { kind: 'nablaW', layer: 3, j: 2, k: 4 }],
])('reads %s', (text, address) => expect(readAddress(text, sizes)).toEqual(address))

it.each(['', 'w', 'w:1:1:1', 'w:2:5:1', 'w:2:1:4', 'w:2:1', 'w:2:0:1', 'b:1:1', 'b:2:1:1', 'z:4:1', 'a:0:1', 'q:2:1', 'w:2:1:3:1', 'w:2:1.5:1', 'y:2:1', 'delta:1:1', 'nablaW:2:1', 'nablaB:2:1:1'])(
  'refuses %s in [3, 4, 2]',
  (text) => expect(readAddress(text, sizes)).toBeUndefined(),
)

it('a text that is read is written the same', () => {
  const index = fc.integer({ min: 1, max: 9 })
  fc.assert(
    fc.property(fc.constantFrom(...kinds), index, index, index, (kind, layer, j, k) => {
      const address: Address = hasColumns(kind) ? { kind, layer, j, k } : { kind, layer, j }
      const read = readAddress(addressText(address), [9, 9, 9, 9])
      if (read) expect(read).toEqual(address)
      else expect(layer === 1 || layer > 4 || (kind === 'y' && layer !== 4)).toBe(true)
    }),
  )
})

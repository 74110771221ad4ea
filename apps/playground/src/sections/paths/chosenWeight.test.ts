import { expect, it } from 'vitest'
import { chosenWeight } from './chosenWeight.js'

it.each([
  ['w:3:2:4', 'w:3:2:4'],
  ['nablaW:3:2:4', 'w:3:2:4'],
  ['a:1:3', 'w:2:1:3'],
  ['delta:3:2', 'w:3:2:1'],
  ['b:2:4', 'w:2:4:1'],
  ['z:3', 'w:3:1:1'],
  ['', 'w:2:1:1'],
  ['w:6:1:1', 'w:2:1:1'],
])('looking at %s shows the paths of %s', (focus, weight) => expect(chosenWeight(focus, [3, 4, 2])).toBe(weight))

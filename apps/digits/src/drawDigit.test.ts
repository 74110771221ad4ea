import { expect, it } from 'vitest'
import { drawDigit } from './drawDigit.js'

const pixels = (text: string) => Array.from(text.replaceAll(/\s/g, ''), (dot) => (dot === '#' ? 255 : 0))

it('draws two pixels a character, without the margin', () => {
  const image = pixels(`
    .....
    .##..
    .#.#.
    .#...
    .....`)
  expect(drawDigit(image, 5)).toEqual(['█▀▄', '▀  '])
})

it('takes faint grey for background', () => {
  expect(drawDigit([95, 96, 0, 255], 2)).toEqual(['█'])
})

it('draws nothing where there is no ink', () => {
  expect(drawDigit(new Uint8Array(9), 3)).toEqual([])
})

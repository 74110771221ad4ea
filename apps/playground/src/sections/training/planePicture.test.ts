import { expect, it } from 'vitest'
import type { Colour } from '../../view/scheme.js'
import { planePixels } from './planePicture.js'
import { GRID } from './points.js'

const classes: Colour[] = [[200, 0, 0], [0, 0, 200], [0, 200, 0]]
const paper: Colour = [0, 0, 0]
const strongest = (pixels: Uint8ClampedArray, at: number) => [...pixels.slice(4 * at, 4 * at + 3)].map((channel) => channel > 0)

it('one output is class 1 from a half on, and paper where it cannot tell', () => {
  const plane = new Float32Array(GRID * GRID).fill(0.5)
  plane.set([1, 0, 0.5])
  const pixels = planePixels(plane, classes, paper)
  expect(strongest(pixels, 0)).toEqual([false, false, true])
  expect(strongest(pixels, 1)).toEqual([true, false, false])
  expect(strongest(pixels, 2)).toEqual([false, false, false])
  expect(pixels[3]).toBe(255)
})

it('of several outputs the largest wins', () => {
  const plane = new Float32Array(3 * GRID * GRID)
  plane.set([0.1, 0.2, 0.9, 0.8, 0.1, 0.7])
  const pixels = planePixels(plane, classes, paper)
  expect(strongest(pixels, 0)).toEqual([false, true, false])
  expect(strongest(pixels, 1)).toEqual([true, false, false])
  expect(pixels[1]).toBeGreaterThan(pixels[4]!)
})

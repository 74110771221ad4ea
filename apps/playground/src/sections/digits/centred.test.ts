import fc from 'fast-check'
import { expect, it } from 'vitest'
import { centred, centreOfMass } from './centred.js'
import { SIDE } from './digitsNetwork.js'
import type { Stroke } from './stroke.js'

const point = fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) })
const drawings = fc.array(fc.array(point, { minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 4 })

/** How many rows and columns have ink. */
function extent(image: Uint8Array): [rows: number, columns: number] {
  const inked = [...image.keys()].filter((i) => (image[i] ?? 0) > 0)
  const span = (places: readonly number[]) => Math.max(...places) - Math.min(...places) + 1
  return [span(inked.map((i) => Math.floor(i / SIDE))), span(inked.map((i) => i % SIDE))]
}

it('a stroke from top to bottom is 20 pixels high, a few wide, and in the middle', () => {
  const image = centred([[{ x: 0.1, y: 0.4 }, { x: 0.1, y: 0.6 }]])
  const [rows, columns] = extent(image)
  expect(rows).toBeGreaterThanOrEqual(19)
  expect(rows).toBeLessThanOrEqual(22)
  expect(columns).toBeLessThanOrEqual(4)
  expect(image[14 * SIDE + 14]).toBe(255)
})

it('the centre of mass is the centre of the image, and the longer side a box of 20', () => {
  fc.assert(
    fc.property(drawings, (strokes) => {
      const image = centred(strokes)
      const { x, y } = centreOfMass(image)
      expect(Math.abs(x - SIDE / 2)).toBeLessThan(0.6)
      expect(Math.abs(y - SIDE / 2)).toBeLessThan(0.6)
      expect(Math.max(...extent(image))).toBeLessThanOrEqual(22)
    }),
  )
})

it('where on the pad it is drawn, and how large, makes no difference', () => {
  const sizes = fc.double({ min: 0.3, max: 1, noNaN: true })
  fc.assert(
    fc.property(drawings, sizes, fc.double({ min: 0, max: 0.5, noNaN: true }), (strokes, size, shift) => {
      const wide = (stroke: Stroke) => Math.max(...stroke.map(({ x }) => x)) - Math.min(...stroke.map(({ x }) => x))
      fc.pre(strokes.some((stroke) => wide(stroke) > 0.2))
      const other = strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: size * x + shift, y: size * y + shift })))
      const [one, two] = [centred(strokes), centred(other)]
      for (const [i, grey] of one.entries()) expect(Math.abs(grey - (two[i] ?? 0))).toBeLessThanOrEqual(2)
    }),
  )
})

it('a dot stays a dot, and nothing is nothing', () => {
  expect(Math.max(...extent(centred([[{ x: 0.3, y: 0.7 }]])))).toBeLessThanOrEqual(4)
  expect(centred([]).every((grey) => grey === 0)).toBe(true)
})

import { expect, it } from 'vitest'
import { fillBits, ORDERED, placeOf } from './float32Order.js'
import { allPlaces, shareOf, somePlaces } from './places.js'

function numberAt(place: number): number {
  const pattern = new Int32Array(1)
  fillBits(pattern, place, 1, 1)
  return new Float32Array(pattern.buffer)[0]!
}

it('the order runs from −∞ over both zeros to ∞, and each number knows its place', () => {
  expect([0, 1, ORDERED / 2 - 1, ORDERED / 2, ORDERED - 2, ORDERED - 1].map(numberAt)).toEqual([
    -Infinity, -3.4028234663852886e38, -0, 0, 3.4028234663852886e38, Infinity,
  ])
  for (let place = 1; place < ORDERED; place += 9_999_991) {
    const x = numberAt(place)
    expect(placeOf(x)).toBe(place)
    expect(numberAt(place - 1)).toBeLessThanOrEqual(x)
  }
})

it('some places hold every power of two with its neighbours, on both sides', () => {
  const windows = somePlaces()
  const holds = (place: number) => windows.some(({ first, count, step }) => step === 1 && place >= first && place < first + count)
  for (let e = -149; e < 128; e++) {
    for (const x of [2 ** e, -(2 ** e)]) expect([-1, 0, 1].map((side) => holds(placeOf(x) + side)), `${x}`).toEqual([true, true, true])
  }
})

it('shares cover every place', () => {
  const shares = [0, 1, 2].map((part) => shareOf(allPlaces(), part, 3)[0]!)
  expect(shares[0]!.first).toBe(0)
  expect(shares[1]!.first).toBe(shares[0]!.count - 1)
  expect(shares[2]!.first).toBe(shares[1]!.first + shares[1]!.count - 1)
  expect(shares[2]!.first + shares[2]!.count).toBe(ORDERED)
})

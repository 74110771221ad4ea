import { expect, it } from 'vitest'
import { random, resumeRandom } from './random.js'

const many = (n: number, draw: () => number) => Array.from({ length: n }, draw)
const mean = (numbers: number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length

it('draws the same stream for the same seed in every engine', () => {
  const draws = random(1)
  expect(many(3, draws.uniform)).toMatchInlineSnapshot(`
    [
      0.8739262751323569,
      0.018072040476853957,
      0.13062678555201068,
    ]
  `)
  expect(many(3, draws.normal)).toMatchInlineSnapshot(`
    [
      1.0860497677471583,
      0.5305582861219613,
      1.6398608850036693,
    ]
  `)
  expect(many(5, () => draws.integer(10))).toMatchInlineSnapshot(`
    [
      7,
      2,
      8,
      1,
      9,
    ]
  `)
})

it('draws uniform numbers in [0, 1) with the right mean and variance', () => {
  const numbers = many(40000, random(2).uniform)
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...numbers)).toBeLessThan(1)
  expect(Math.abs(mean(numbers) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 40000))
  expect(Math.abs(mean(numbers.map((x) => (x - 0.5) ** 2)) - 1 / 12)).toBeLessThan(0.002)
})

it('draws normal numbers with mean 0, variance 1 and fourth moment 3', () => {
  const numbers = many(40000, random(3).normal)
  expect(Math.abs(mean(numbers))).toBeLessThan(4 / 200)
  expect(Math.abs(mean(numbers.map((x) => x ** 2)) - 1)).toBeLessThan(4 * Math.sqrt(2 / 40000))
  expect(Math.abs(mean(numbers.map((x) => x ** 4)) - 3)).toBeLessThan(4 * Math.sqrt(96 / 40000))
})

it('draws each whole number below n as often as the others', () => {
  const counts = Array.from({ length: 7 }, () => 0)
  const draws = random(4)
  for (let i = 0; i < 70000; i++) counts[draws.integer(7)]++
  for (const count of counts) expect(Math.abs(count - 10000)).toBeLessThan(4 * Math.sqrt(10000 * (6 / 7)))
})

it('gives small seeds streams that have nothing to do with each other', () => {
  const firsts = Array.from({ length: 2000 }, (_, seed) => random(seed).uniform())
  const correlation = mean(firsts.slice(1).map((x, i) => (x - 0.5) * (firsts[i] - 0.5))) * 12
  expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(2000))
  expect(Math.abs(mean(firsts) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 2000))
})

it('goes on from a state as if it had not stopped', () => {
  const draws = random(5)
  many(7, draws.normal)
  const state = draws.state()
  const expected = many(5, draws.normal)
  expect(many(5, resumeRandom(state).normal)).toEqual(expected)
  expect(JSON.parse(JSON.stringify(state))).toEqual(state)
})

it('uses every bit of the seed', () => {
  const first = (seed: number) => random(seed).uniform()
  expect(new Set([1, -1, 2 ** 32 + 1, 2 ** 40 + 1, 2 ** 52 + 1].map(first)).size).toBe(5)
})

it.each([1.5, NaN, Infinity, 2 ** 53, -(2 ** 53)])('refuses a seed of %s, which has no stream of its own', (seed) => {
  expect(() => random(seed)).toThrow(expect.objectContaining({ code: 'OptionError', option: 'seed', got: String(seed) }))
})

it.each([0, -1, 2.5, NaN, Infinity, 2 ** 32 + 1])('refuses to draw from %s numbers', (n) => {
  expect(() => random(1).integer(n)).toThrow(expect.objectContaining({ code: 'OptionError', option: 'n', got: String(n) }))
})

it('draws from one number, and from all of 32 bits', () => {
  const draws = random(6)
  expect(many(5, () => draws.integer(1))).toEqual([0, 0, 0, 0, 0])
  const all = many(200, () => draws.integer(2 ** 32))
  expect(Math.min(...all)).toBeLessThan(2 ** 28)
  expect(Math.max(...all)).toBeGreaterThan(2 ** 32 - 2 ** 28)
  expect(random(Number.MAX_SAFE_INTEGER).uniform()).not.toBe(random(Number.MIN_SAFE_INTEGER).uniform())
})

it('favours no number where n does not divide 2³²', () => {
  const draws = random(7)
  const low = many(9000, () => draws.integer(3 * 2 ** 30)).filter((draw) => draw < 2 ** 30).length
  expect(Math.abs(low - 3000)).toBeLessThan(4 * Math.sqrt(9000 * (2 / 9)))
})

import { expect, it } from 'vitest'
import { chart, decades, onLogScale } from './chart.js'

const bar = (name: string, rate: number, ours = false) => ({ name, median: rate, min: rate, max: rate, ours })

it('gives each power of ten the same room', () => {
  const range = decades([3, 4_000])
  expect(range).toEqual([0, 4])
  expect([1, 10, 100, 10_000].map((rate) => onLogScale(rate, range))).toEqual([0, 0.25, 0.5, 1])
})

it('has room for a single rate that is a power of ten', () => {
  expect(decades([100])).toEqual([2, 3])
})

it('draws the fastest first, and a bar from the least power of ten to its rate', () => {
  const svg = chart('h', [{ title: 'W1', bars: [bar('slow', 10), bar('fast', 10_000, true), bar('none', NaN)] }], String)
  const bars = [...svg.matchAll(/<rect x="190" y="[\d.]+" width="([\d.]+)"/g)].map((found) => Number(found[1]))
  expect(svg.indexOf('>fast<')).toBeLessThan(svg.indexOf('>slow<'))
  expect(bars).toEqual([550, 0])
  expect(svg).not.toContain('none')
})

it('escapes names', () => {
  expect(chart('a < b & c', [], String)).toContain('a &lt; b &amp; c')
})

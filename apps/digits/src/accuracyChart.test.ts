import { expect, it } from 'vitest'
import { accuracyChart } from './accuracyChart.js'

it('draws the accuracy in percent over the epochs', () => {
  const lines = accuracyChart([0.8, 0.9, 0.95]).split('\n')
  expect(lines[0]).toBe('Test digits read right, in %, by epoch')
  expect(lines.filter((line) => /^(95\.0|87\.5|80\.0)┤/.test(line))).toHaveLength(3)
  expect(lines.at(-1)).toMatch(/^ +1 +2 +3$/)
})

it('keeps within 80 columns and plain text, whatever the number of epochs', () => {
  const chart = accuracyChart(Array.from({ length: 400 }, (_, i) => 1 - 1 / (i + 2)))
  expect(Math.max(...chart.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(chart).not.toContain('\u001b')
})

it('draws a curve that does not move', () => {
  expect(accuracyChart([0.1, 0.1])).toContain('10.0┤━━━━')
})

it('draws nothing where there is no curve', () => {
  expect(accuracyChart([])).toBe('')
  expect(accuracyChart([0.9])).toBe('')
})

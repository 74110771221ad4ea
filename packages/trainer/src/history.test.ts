import { expect, it } from 'vitest'
import type { Epoch } from './epoch.js'
import { historyToCsv, historyToJsonl } from './history.js'

const history: Epoch[] = [
  { number: 1, cost: 0.5, samplesPerSecond: 1000 },
  { number: 2, cost: 0.25, accuracy: 0.75, samplesPerSecond: 2000, test: { cost: 0.3, metrics: { top5: 1, confusion: [[1]], by: { recall: 0.5 }, 'a,"b"': 7 } } },
]

it('is a line of JSON for each epoch', () => {
  expect(historyToJsonl(history).trim().split('\n').map((line): unknown => JSON.parse(line))).toEqual(history)
  expect(historyToJsonl([])).toBe('')
})

it('is a table of all numbers', () => {
  expect(historyToCsv(history)).toBe(
    [
      'number,cost,samplesPerSecond,accuracy,test.cost,test.metrics.top5,test.metrics.by.recall,"test.metrics.a,""b"""',
      '1,0.5,1000,,,,,',
      '2,0.25,2000,0.75,0.3,1,0.5,7',
      '',
    ].join('\n'),
  )
})

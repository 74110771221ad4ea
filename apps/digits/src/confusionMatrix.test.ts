import { expect, it } from 'vitest'
import { confusionCounts, confusionMatrix, notLearnt } from './confusionMatrix.js'

const given = (pairs: [label: number, answer: number][]) =>
  pairs.map(([label, answer], sample) => ({ sample, label, answer, excess: label === answer ? 0 : 1 }))

it('counts answers by digit, a row a digit and a column an answer', () => {
  const answers = given([[0, 0], [0, 2], [0, 2], [1, 1], [2, 0]])
  expect(confusionCounts(answers, 3)).toEqual([
    [1, 0, 2],
    [0, 1, 0],
    [1, 0, 0],
  ])
})

it('shows counts, a dot for none, and the share of each row that is right', () => {
  const lines = confusionMatrix([[98, 2], [0, 50]]).split('\n')
  expect(lines).toEqual([
    '┌──┬───┬───┬────────┐',
    '│  │ 0 │ 1 │  right │',
    '├──┼───┼───┼────────┤',
    '│0 │98 │ 2 │ 98.0 % │',
    '│1 │ · │50 │100.0 % │',
    '└──┴───┴───┴────────┘',
  ])
})

it('names the digits that are hardly ever read right', () => {
  expect(notLearnt([[1, 99, 0], [0, 100, 0], [60, 40, 0]])).toMatch(/^Hardly ever read right: 0, 2\. /)
})

it('says nothing where every digit was learnt, or was not asked for', () => {
  expect(notLearnt([[90, 10], [0, 0]])).toBe('')
})

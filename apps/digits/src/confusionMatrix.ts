import Table from 'cli-table3'
import type { Answer } from './answers.js'
import { styled } from './terminal.js'

/** A digit of which fewer than this share are read right was not learnt. */
const LEARNT = 0.1

/** A mistake is made often where it takes more than this share of a digit. */
const OFTEN = 0.02

/**
 * How often each answer was given to each digit.
 *
 * Shapes: returns classes × classes: a row is a digit, a column an answer.
 */
export function confusionCounts(answers: readonly Answer[], classes: number): number[][] {
  return Array.from({ length: classes }, (_, digit) => {
    const row = new Array<number>(classes).fill(0)
    for (const { label, answer } of answers) if (label === digit) row[answer] = (row[answer] ?? 0) + 1
    return row
  })
}

/**
 * The confusion matrix as a table, with the share of each digit that is read right.
 *
 * Shapes: counts: classes × classes; returns text.
 */
export function confusionMatrix(counts: readonly (readonly number[])[]): string {
  const table = new Table({
    head: ['', ...counts.map((_, digit) => String(digit)), 'right'],
    colAligns: ['right', ...counts.map(() => 'right' as const), 'right'],
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 1 },
  })
  counts.forEach((row, digit) => {
    const share = shareRight(row, digit)
    table.push([digit, ...row.map((n, answer) => cell(n, answer === digit, n / sum(row))), `${(100 * share).toFixed(1)} %`])
  })
  return table.toString()
}

/**
 * What to say of digits that were not learnt: it happens, and is no fault of the reader's machine.
 *
 * Shapes: counts: classes × classes; returns text, empty where every digit was learnt.
 */
export function notLearnt(counts: readonly (readonly number[])[]): string {
  const missed = counts.flatMap((row, digit) => (sum(row) > 0 && shareRight(row, digit) < LEARNT ? [digit] : []))
  if (missed.length === 0) return ''
  return (
    `Hardly ever read right: ${missed.join(', ')}. From some starting weights this recipe does not learn a digit, or not ` +
    'for many epochs: its output neuron is saturated at 0, where σ′ ≈ 0 and BP1 makes δ ≈ 0. Another --seed starts ' +
    'elsewhere; --cost cross-entropy has no σ′ in δ.'
  )
}

function cell(n: number, right: boolean, share: number): string {
  if (n === 0) return '·'
  if (right) return styled('green', String(n))
  return share > OFTEN ? styled('yellow', String(n)) : String(n)
}

function shareRight(row: readonly number[], digit: number): number {
  return (row[digit] ?? 0) / Math.max(1, sum(row))
}

function sum(row: readonly number[]): number {
  return row.reduce((total, n) => total + n, 0)
}

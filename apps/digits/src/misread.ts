import type { LabelledSamples } from '@nablajs/data'
import type { Answer } from './answers.js'
import { drawDigit } from './drawDigit.js'
import { width } from './terminal.js'

/** Columns between two drawings. */
const GAP = 4

/**
 * Draws the digits that the network was most sure of and wrong about, side by side as far as the line goes.
 *
 * Shapes: inputs n_1 × m with square images; returns text, empty where nothing is misread or images are not square.
 */
export function misread(answers: readonly Answer[], { inputs }: LabelledSamples, most = 6): string {
  const side = Math.sqrt(inputs.rows)
  if (!Number.isInteger(side)) return ''
  const worst = answers.filter(({ excess }) => excess > 0).sort((a, b) => b.excess - a.excess)
  const drawings = worst.slice(0, most).map(({ sample, label, answer }) => {
    const lines = drawDigit(inputs.data.subarray(sample * inputs.rows, (sample + 1) * inputs.rows), side)
    return padded([`${label} read as ${answer}`, ...lines])
  })
  return shelves(drawings).join('\n\n')
}

/** Rows of drawings, each as long as a line may be. */
function shelves(drawings: readonly string[][]): string[] {
  const rows: string[][][] = []
  let used = Infinity
  for (const drawing of drawings) {
    const wide = (drawing[0] ?? '').length + GAP
    if (used + wide > width()) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push(drawing)
    used += wide
  }
  return rows.map(sideBySide)
}

function sideBySide(drawings: readonly string[][]): string {
  const height = Math.max(...drawings.map((lines) => lines.length))
  const line = (i: number) => drawings.map((lines) => lines[i] ?? ' '.repeat((lines[0] ?? '').length)).join(' '.repeat(GAP))
  return Array.from({ length: height }, (_, i) => line(i).trimEnd()).join('\n')
}

function padded(lines: readonly string[]): string[] {
  const longest = Math.max(...lines.map((line) => line.length))
  return lines.map((line) => line.padEnd(longest))
}

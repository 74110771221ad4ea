import { once } from 'node:events'
import { feedforward } from '@nablajs/backprop'
import type { Preprocessing } from '@nablajs/data'
import { csvLine } from './csvLine.js'
import { loadForUse } from '../loadForUse.js'
import type { Plugins } from '../plugins.js'
import type { RowsOptions } from '../source/readRows.js'
import { readSource } from '../source/readSource.js'
import { inputsOfSource } from '../source/samplesFrom.js'
import type { Surroundings } from '../surroundings.js'

/** The flags of `nabla predict` alone. */
export interface PredictFlags extends RowsOptions {
  /** A column for each class, with its output. */
  readonly probabilities?: boolean
  readonly format?: 'csv' | 'jsonl'
  /** Writes a quote before cells that a spreadsheet would take for a formula. */
  readonly escapeFormulas?: boolean
}

/** So many are written at once; then whoever reads them is waited for, lest memory fills with them. */
const LINES = 1000

/**
 * `nabla predict`: a header, then a row for each row of the data, in order; what is predicted in a column named as the target.
 *
 * Shapes: none. Rejects with `DataError` for data that the model was not made for, and for a model without preprocessing.
 */
export async function predict(
  model: string, data: string, { probabilities = false, format = 'csv', escapeFormulas = false, ...rows }: PredictFlags, plugins: Plugins, surroundings: Surroundings,
): Promise<void> {
  const { io } = surroundings
  const { net, preprocessing } = await loadForUse(model, plugins, surroundings)
  const outputs = feedforward(net, inputsOfSource(await readSource([data], rows, io), preprocessing))
  const names = columnsOf(preprocessing, probabilities)
  const line = (cells: readonly (string | number)[]) =>
    format === 'csv' ? csvLine(cells, escapeFormulas) : `${JSON.stringify(Object.fromEntries(cells.map((cell, i) => [names[i], cell])))}\n`
  if (format === 'csv') io.stdout.write(line(names))
  for (let from = 0; from < outputs.cols; from += LINES) {
    let text = ''
    for (let i = from; i < Math.min(from + LINES, outputs.cols); i++) text += line(answerOf(preprocessing, Array.from(outputs.column(i)), probabilities))
    if (!io.stdout.write(text)) await once(io.stdout, 'drain')
  }
}

function columnsOf({ target }: Preprocessing, probabilities: boolean): string[] {
  if (target.kind === 'numbers') return target.columns.map(({ name }) => name)
  return [target.name, ...(probabilities ? target.classes.map((label) => `${target.name}=${label}`) : [])]
}

function answerOf({ target }: Preprocessing, outputs: readonly number[], probabilities: boolean): (string | number)[] {
  if (target.kind === 'numbers') return target.columns.map(({ mean, deviation }, j) => (outputs[j] ?? NaN) * deviation + mean)
  const best = outputs.reduce((most, value, k) => (value > (outputs[most] ?? -Infinity) ? k : most), 0)
  return [target.classes[best] ?? '', ...(probabilities ? outputs : [])]
}

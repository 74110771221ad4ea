import type { BadInput, Give } from '../badInput.js'
import { good, trained } from './table.js'

const formulas = { 't.csv': good.replaceAll('yes', '"=cmd|\'/C calc\'!A0"').replaceAll('no', '@SUM(1)') }
const predicted = (...flags: string[]): Give => async (place) => {
  await trained('--epochs', '60')(place)
  return place.nabla(['predict', 't.safetensors', 't.csv', ...flags])
}

/** 43, 44: what is written and shown. */
export const output: readonly BadInput[] = [
  { number: 43, given: 'a label that a spreadsheet takes for a formula', answer: 'policy', policy: '`predict` writes the label as it is: results are data.', names: ["=cmd|'/C calc'!A0", '@SUM(1)'], files: formulas, give: predicted() },
  { number: 43, given: 'the same with `--escape-formulas`', answer: 'policy', policy: 'A quote stands before it, so that a spreadsheet shows the text.', names: ["'=cmd|'/C calc'!A0", "'@SUM(1)"], files: formulas, give: predicted('--escape-formulas') },
  { number: 44, given: 'control characters in the name of a column', answer: 'policy', policy: 'Shown as escapes on the terminal.', names: ['\\u{1b}[2J'], files: { 't.csv': good.replace('z', '\u001b[2J') }, give: trained() },
  { number: 44, given: 'control characters in the one value of a column', answer: 'policy', policy: 'Quoted, as escapes.', names: ['"\\u001b[2J" in every row'], files: { 't.csv': good.replaceAll(/^(\d.*,)\d,/gm, '$1\u001b[2J,') }, give: trained() },
  { number: 44, given: 'control characters in a cell that is refused', answer: 'error', names: ['t.csv, line 4', '\\u001b'], files: { 't.csv': good.replace('\n0.25,', '\n\u001b[2J,') }, give: trained() },
]

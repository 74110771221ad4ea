import type { BadInput } from '../badInput.js'
import { classOf, good, lines, trained, trainedAloud, withCell } from './table.js'

const spreadsheet = `x;z;y\r\n${lines((i) => `${i},${(i * 7) % 10};${(i * 3) % 4};${classOf(i)}\r`)}`
const duplicate = good.replace('x,z,y', 'x,x,y')

/** 1 – 8, 17, 19: how a table is written. */
export const filesOfTables: readonly BadInput[] = [
  { number: 1, given: 'the name of the target misspelt', answer: 'error', names: ['target', 'Did you mean "y"?'], files: { 't.csv': good }, give: trained('--target', 'yy') },
  { number: 2, given: 'text in a column of numbers', answer: 'error', names: ['t.csv, line 5', '"x"', 'got "four"', 'types'], files: { 't.csv': withCell('four') }, give: trained() },
  { number: 3, given: 'semicolons and decimal commas of a spreadsheet', answer: 'policy', policy: 'Read as meant.', names: ['numbers, 0.0 … 11.7'], files: { 't.csv': spreadsheet }, give: trained() },
  { number: 4, given: 'UTF-16 without its mark', answer: 'error', names: ['t.csv', 'utf-16le'], files: { 't.csv': Buffer.from(good, 'utf16le') }, give: trained() },
  { number: 4, given: 'UTF-16 with its mark', answer: 'policy', policy: 'Read by the mark.', names: ['2 classes'], files: { 't.csv': Buffer.from(`\ufeff${good}`, 'utf16le') }, give: trained() },
  { number: 4, given: 'Latin-1', answer: 'error', names: ['t.csv, line 2', 'windows-1252'], files: { 't.csv': Buffer.from(good.replaceAll('yes', 'sí'), 'latin1') }, give: trained() },
  { number: 4, given: 'a byte order mark before UTF-8', answer: 'policy', policy: 'The mark is no part of the first name.', names: ['x number'], files: { 't.csv': `\ufeff${good}` }, give: trained() },
  {
    number: 5, given: 'a line break within quotes', answer: 'policy', policy: 'It belongs to the cell; lines are counted as an editor counts them.', names: ['text of 2 different values'],
    files: { 't.csv': `x,c,y\n${lines((i) => `${i * i},${i % 3 === 0 ? '"a\nb"' : 'c'},${classOf(i)}`)}` }, give: trained(),
  },
  { number: 5, given: 'a stray quote', answer: 'error', names: ['t.csv, line 2'], files: { 't.csv': 'x,y\n1,2"x"\n3,4\n' }, give: trained() },
  { number: 5, given: 'a quote that is never closed', answer: 'error', names: ['t.csv, line 2', 'Close the quote'], files: { 't.csv': 'x,y\n"1,2\n3,4\n' }, give: trained() },
  { number: 6, given: 'a row with a cell too many', answer: 'error', names: ['t.csv, line 3', 'expected 2 cells'], files: { 't.csv': 'x,y\n1,a\n2,b,3\n' }, give: trained() },
  ...['', 'NA', '?', '-', 'null'].map((cell): BadInput => (
    { number: 7, given: cell === '' ? 'an empty cell' : `\`${cell}\` for a missing cell`, answer: 'error', names: ['t.csv, line 5', '"x"', 'missing'], files: { 't.csv': withCell(cell) }, give: trained() })),
  { number: 7, given: 'an empty cell, with `--missing median`', answer: 'policy', policy: 'Filled with the median of the rows to train on.', names: ['1 missing: median'], files: { 't.csv': withCell('') }, give: trained('--missing', 'median') },
  ...['"1,234"', '12%', '€5', '−1', '１２'].map((cell): BadInput => (
    { number: 8, given: `\`${cell.replaceAll('"', '')}\` in a column of numbers`, answer: 'error', names: ['t.csv, line 5', '"x"', 'number such as -1234.5'], files: { 't.csv': withCell(cell) }, give: trained() })),
  { number: 17, given: 'no line of names', answer: 'policy', policy: 'Columns are called by their places.', names: ['column 1', 'column 2'], files: { 't.csv': good.slice('x,z,y\n'.length) }, give: trained() },
  { number: 17, given: 'a name that comes twice', answer: 'error', names: ['t.csv, line 1, column 2', 'Rename'], files: { 't.csv': duplicate }, give: trained() },
  { number: 17, given: 'a column called `__proto__`', answer: 'policy', policy: 'A name like any other.', names: ['__proto__'], files: { 't.csv': good.replace('z', '__proto__') }, give: trained() },
  { number: 19, given: 'empty lines and the Ctrl-Z of MS-DOS at the end', answer: 'policy', policy: 'They are no rows.', names: ['10 rows to train on, 2 held out'], files: { 't.csv': `${good}\n\n\u001a\r\n` }, give: trainedAloud() },
  { number: 19, given: 'a NUL among the text', answer: 'error', names: ['t.csv', 'NUL', 'damaged'], files: { 't.csv': withCell('1\0') }, give: trained() },
]

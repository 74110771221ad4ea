import type { BadInput } from '../badInput.js'
import { classOf, good, lines, trained, trainedAloud, withCell } from './table.js'

/** Two numbers that say nothing, and a label. */
const labelled = (label: (i: number) => string, count = 20) => ({ 't.csv': `x,z,y\n${lines((i) => `${i * i},${(i * 7) % 5},${label(i)}`, count)}` })

/** 9 – 16, 18, 20: what a table holds. */
export const contentOfTables: readonly BadInput[] = [
  { number: 9, given: 'a column of ids', answer: 'policy', policy: 'Left out, with the reason.', names: ['id left out'], files: { 't.csv': `id,x,y\n${lines((i) => `${(i * 5) % 12},${i * i},${classOf(i)}`)}` }, give: trained() },
  { number: 9, given: 'a column of dates', answer: 'policy', policy: 'Left out, with the reason.', names: ['born left out'], files: { 't.csv': `born,x,y\n${lines((i) => `1990-0${1 + (i % 9)}-02,${i * i},${classOf(i)}`)}` }, give: trained() },
  { number: 10, given: 'the target once more among the inputs', answer: 'policy', policy: 'Used, with a warning: a network that is always right has learnt nothing.', names: ['CAREFUL'], files: { 't.csv': `x,copy,y\n${lines((i) => `${i * i},${i % 2 === 0 ? 'A' : 'B'},${classOf(i)}`)}` }, give: trained() },
  { number: 11, given: 'a column that is the same in every row', answer: 'policy', policy: 'Left out, with the reason.', names: ['same left out'], files: { 't.csv': `same,x,y\n${lines((i) => `7,${i * i},${classOf(i)}`)}` }, give: trained() },
  { number: 12, given: 'a class of which all rows are held out', answer: 'policy', policy: 'Kept as a class, with a warning.', names: ['CAREFUL'], files: labelled((i) => (i === 3 ? 'rare' : classOf(i)), 12), give: trained('--test', '0.5', '--seed', '2') },
  { number: 13, given: 'one class only', answer: 'error', names: ['t.csv', '"y"', 'more than one class'], files: labelled(() => 'yes'), give: trained() },
  { number: 14, given: 'one row', answer: 'error', names: ['t.csv', '"y"'], files: { 't.csv': 'x,y\n1.5,p\n' }, give: trained() },
  { number: 15, given: 'as many classes as rows', answer: 'error', names: ['t.csv', '"y"', 'several rows'], files: { 't.csv': 'x,z,y\n1,2,p\n2,7,q\n5,3,r\n' }, give: trained() },
  { number: 15, given: 'fewer rows than a batch', answer: 'policy', policy: 'One batch of all rows.', names: ['10 rows to train on'], files: { 't.csv': good }, give: trainedAloud('--batch', '64') },
  { number: 16, given: 'labels 1 … 10', answer: 'policy', policy: 'Names of classes, in the order of the numbers.', names: ['10 different whole numbers, taken for classes'], files: labelled((i) => String(1 + ((i * 7) % 10)), 40), give: trained() },
  { number: 16, given: 'labels −1 and +1', answer: 'policy', policy: 'Names of classes.', names: ['2 different whole numbers, taken for classes'], files: labelled((i) => (i % 2 === 0 ? '-1' : '+1')), give: trained() },
  { number: 16, given: 'labels 0.0 and 1.0', answer: 'policy', policy: 'Names of classes; 1 and 1.0 are the same one.', names: ['2 different whole numbers, taken for classes'], files: labelled((i) => ['0.0', '1.0', '1'][i % 3] ?? ''), give: trained() },
  { number: 16, given: 'labels with blanks in front and behind', answer: 'policy', policy: 'The blanks are left out.', names: ['2 classes'], files: labelled((i) => [' Iris setosa', 'Iris setosa ', 'Iris virginica'][i % 3] ?? ''), give: trained() },
  ...['1e999', 'Infinity'].map((cell): BadInput => ({ number: 18, given: `\`${cell}\` in a column of numbers`, answer: 'error', names: ['t.csv, line 5', '"x"', 'not finite'], files: { 't.csv': withCell(cell) }, give: trained() })),
  {
    number: 20, given: 'columns in another order, and one more, at predict', answer: 'policy', policy: 'Found by their names; others are not looked at.', names: ['the same predictions'],
    files: { 't.csv': good, 'turned.csv': `new,z,x\n${lines((i) => `9,${(i * 7) % 5},${(i % 2) * 5 + i / 8}`)}` },
    async give(place) {
      await trained()(place)
      const [straight, turned] = [await place.nabla(['predict', 't.safetensors', 't.csv']), await place.nabla(['predict', 't.safetensors', 'turned.csv'])]
      return straight.stdout === turned.stdout && turned.exitCode === 0 ? 'the same predictions' : `${straight.stdout} is not ${turned.stdout}${turned.stderr}`
    },
  },
]

import { expect, it } from 'vitest'
import { kFold } from '../splitIndices.js'
import { fitPreprocessing } from './fitPreprocessing.js'
import type { FitOptions } from './fitOptions.js'
import { completeRows, inputsFrom, preprocess } from './preprocess.js'
import { readTable } from './readTable.js'

// What people really have in a table: each is decided with a reason that can be shown, or refused with line, column and what to do.

const fit = (text: string, options: FitOptions = {}) => fitPreprocessing(readTable(text, { name: 'people.csv' }), options)
const decision = (text: string, name: string, options: FitOptions = {}) => fit(text, options).decisions.find((column) => column.name === name)

/** A table with the cells as its column x, beside z and a target of two classes. */
const withColumn = (cells: readonly string[]) => `x,z,y\n${cells.map((cell, i) => `"${cell}",${i * i},${i % 2 ? 'p' : 'q'}`).join('\n')}\n`

it.each([
  ['1,234', 'with separators'],
  ['12%', 'with a percent sign'],
  ['€5', 'with the sign of a currency'],
  ['−1', 'with a minus that is no hyphen'],
  ['１２', 'in digits that are not ASCII'],
  ['1e999', 'which is not finite'],
  ['Infinity', 'which is not finite'],
])('says what is wrong with numbers written as %s', (cell, what) => {
  const message = `people.csv, line 2, column "x": expected a number such as -1234.5, as all or nearly all cells of this column are, got "${cell}", ${what}`
  expect(() => fit(withColumn([cell, cell, '3', '4']))).toThrow(message)
  expect(decision(withColumn([cell, cell, '3', '4']), 'x', { types: { x: 'category' } })).toMatchObject({ use: 'category', why: 'as told' })
})

it('says what is wrong with a target of such numbers, and how it may be meant', () => {
  const text = 'x,y\n1.5,5%\n2.5,6%\n3.25,7%\n'
  expect(() => fit(text)).toThrow('line 2, column "y": expected a number such as -1234.5, as all or nearly all cells of this column are, got "5%", with a percent sign')
  expect(() => fit(text)).toThrow("or give { task: 'classification' }.")
  expect(decision(text, 'y', { task: 'classification' })).toMatchObject({ why: '3 classes, as told' })
})

it('names the line of text in a column of numbers', () => {
  expect(() => fit(withColumn(['1', '2', '3', 'four', '5', '6']))).toThrow('line 5, column "x": expected a number such as -1234.5, as 5 of 6 cells of this column are, got "four"')
})

it.each(['', 'NA', 'n/a', '?', '-', 'null', 'NaN', ' '])('takes %j for a missing cell', (cell) => {
  const text = withColumn(['1', '3', cell, '8'])
  expect(() => fit(text)).toThrow('line 4, column "x": expected a value, got a missing cell')
  expect(fit(text, { missing: 'mean' }).preprocessing.inputs[0]).toMatchObject({ mean: 4, fill: 4 })
  expect(decision(text, 'x', { missing: 'median' })).toEqual({ name: 'x', use: 'number', why: 'numbers, 1 … 8; 1 missing: median' })
})

it('takes none, unknown, and - beside + for answers', () => {
  const target = (first: string, second: string) => fit(`x,y\n1,${first}\n4,${second}\n9,${first}\n16,${second}\n`).preprocessing.target
  expect(target('none', 'unknown')).toMatchObject({ classes: ['none', 'unknown'] })
  expect(target('-', '+')).toMatchObject({ classes: ['+', '-'] })
  expect(() => target('-', 'x')).toThrow('line 2, column "y": expected a value of the target, got a missing cell')
  const table = readTable('x,y\n-,p\n+,q\n-,p\n+,q\n')
  const { preprocessing } = fitPreprocessing(table)
  expect([...inputsFrom(table, preprocessing).data]).toEqual([0, 1, 1, 0, 0, 1, 1, 0])
  expect(completeRows(table, ['x', 'y'])).toEqual([0, 1, 2, 3])
})

it('leaves out what looks like an id, a date or the same everywhere, and says why', () => {
  const text = 'user_id,born,same,half,x,y\n7,1990-01-02,1,1,0.5,p\n3,1991-03-04,1,,0.25,q\n9,1992-01-02,1,1,1.5,p\n'
  expect(fit(text).decisions.map(({ use, why }) => [use, why])).toEqual([
    ['left out', 'another number in each row, as an id has'],
    ['left out', 'dates'],
    ['left out', '"1" in every row'],
    ['left out', '"1" in every row that has a value'],
    ['number', 'numbers, 0.25 … 1.5'],
    ['target', '2 classes'],
  ])
})

it('leaves out a column that is the same, or empty, in the rows to fit on', () => {
  const text = 'a,b,x,y\n1,,5,p\n1,,6,q\n2,3,8,p\n2,4,9,q\n'
  const { decisions, preprocessing } = fit(text, { rows: [0, 1], missing: 'median' })
  expect(decisions.slice(0, 2).map(({ why }) => why)).toEqual(['"1" in every row to fit on', 'empty in every row to fit on'])
  expect(preprocessing.inputs).toEqual([{ name: 'x', kind: 'number', mean: 5.5, deviation: 0.5, fill: 5.5 }])
  expect(() => fit(text, { rows: [0, 1], missing: 'median', types: { b: 'number' } })).toThrow('a value in at least one of the rows to fit on')
  expect(() => fit(text, { rows: [0, 1], missing: 'mean', types: { b: 'category' } })).toThrow('column "b": expected a value')
})

it('takes categories from the rows to fit on alone', () => {
  const table = readTable('c,x,y\nred,1,p\nblue,2,q\nred,4,p\ngreen,8,q\ngreen,9,q\nred,7,q\n')
  const { preprocessing } = fitPreprocessing(table, { rows: [0, 1, 2] })
  expect(preprocessing.inputs[0]).toMatchObject({ categories: ['blue', 'red'] })
  expect([...inputsFrom(table, preprocessing, [3]).data.subarray(0, 2)]).toEqual([0, 0])
})

it('warns where an input says the target by itself', () => {
  const rows = Array.from({ length: 12 }, (_, i) => [i * i, i % 3, i % 3 === 0 ? 'a' : 'b', i % 3 === 0 ? 'no' : 'yes'])
  const text = `x,group,copy,y\n${rows.map((row) => row.join()).join('\n')}\n`
  expect(fit(text).decisions.map(({ name, warning }) => [name, warning?.slice(0, 31)])).toEqual([
    ['x', undefined],
    ['group', undefined],
    ['copy', 'it says the target by itself: i'],
    ['y', undefined],
  ])
  const numbers = `x,copy,y\n${rows.map(([x = 0], i) => `${i % 5},${x}.0,${x}`).join('\n')}\n`
  expect(fit(numbers, { task: 'regression' }).decisions.map(({ warning }) => warning !== undefined)).toEqual([false, true, false])
  expect(fit('copy,x,y\na,1,p\nb,2,q\na,4,p\n').decisions.some(({ warning }) => warning !== undefined)).toBe(false)
})

it('warns of a class that no row to fit on has, and keeps it', () => {
  const text = 'x,y\n1,p\n2,q\n4,p\n8,r\n'
  expect(decision(text, 'y', { rows: [0, 1, 2] })).toEqual({ name: 'y', use: 'target', why: '3 classes', warning: 'no row to fit on is of "r": that cannot be learnt' })
  expect(fit(text, { rows: [0, 1, 2] }).preprocessing.target).toMatchObject({ classes: ['p', 'q', 'r'] })
})

it.each([
  ['one class', 'x,y\n1,p\n2,p\n3,p\n', 'expected 2 … 256 different classes, got 1 ("p"). Give rows of more than one class.'],
  ['as many classes as rows', 'x,y\n1,p\n2,q\n5,r\n', 'expected classes, of which some have several rows, got another in each of 3 rows ("p", "q", "r")'],
  ['more than 256 classes', `x,y\n${Array.from({ length: 600 }, (_, i) => `${i * i},c${i % 300}`).join('\n')}\n`, "If it holds numbers, give { task: 'regression' }"],
  ['one row', 'x,y\n1.5,2\n', `expected at least one column of inputs, got "x" left out ("1.5" in every row). Where one is worth learning from, say so: { types: { "x": 'number' } }`],
  ['nothing but ids', 'id,nr,row,index,y\n1,4,7,9,p\n2,5,8,2,q\n3,6,9,1,p\n', 'as an id has), …'],
  ['nothing but a target', 'y\n1.5\n2.5\n', "got the one column as the target. Is the delimiter right? Give { delimiter: ';' }"],
])('refuses %s', (_, text, message) => {
  expect(() => fit(text)).toThrow(message)
})

it.each([
  ['1 … 10', ['1', '10', '2'], ['1', '2', '10']],
  ['-1 and +1', ['-1', '+1'], ['-1', '+1']],
  ['0.0 and 1.0', ['1.0', '0.0'], ['0.0', '1.0']],
  ['1 and 1.0 mixed', ['1', '0', '1.0', '0.0'], ['0', '1']],
  ['text with blanks', [' Iris setosa', 'Iris virginica '], ['Iris setosa', 'Iris virginica']],
])('takes labels that are %s', (_, labels, classes) => {
  const rows = Array.from({ length: 20 }, (__, i) => `${i * i},${labels[i % labels.length] ?? ''}`).join('\n')
  expect(fit(`x,y\n${rows}\n`).preprocessing.target).toEqual({ kind: 'classes', name: 'y', classes })
})

it('knows a class that is a number however it is written', () => {
  const { preprocessing } = fit('x,y\n1,0\n2,1\n4,0\n8,1\n', { task: 'classification' })
  expect(preprocess(readTable('x,y\n1,1.0\n2,0.0\n'), preprocessing).labels).toEqual(Uint8Array.of(1, 0))
  expect(() => preprocess(readTable('x,y\n1,2\n'), preprocessing)).toThrow('a class that was trained on ("0", "1"), got "2"')
})

it('drops rows without a target where rows are dropped', () => {
  const text = 'x,y\n1,p\n,q\n3,\n9,q\n'
  expect(() => fit(text)).toThrow("line 4, column \"y\": expected a value of the target, got a missing cell. Fill it, or take the row out, as { missing: 'drop' } does")
  const { preprocessing } = fit(text, { missing: 'drop' })
  const table = readTable(text)
  const rows = completeRows(table, ['x', 'y'])
  expect(rows).toEqual([0, 3])
  expect(preprocess(table, preprocessing, rows).labels).toEqual(Uint8Array.of(0, 1))
  expect(() => completeRows(table, ['x', 'z'])).toThrow('a column "z"')
})

it('finds columns by name wherever they stand, whatever else there is', () => {
  const { preprocessing } = fit('a,c,y\n1,red,p\n3,blue,q\n')
  const turned = readTable('new;c;a\n9;blue;3\n')
  expect([...inputsFrom(turned, preprocessing).data]).toEqual([1, 1, 0])
  expect(() => inputsFrom(readTable('c,A1\nblue,3\n'), preprocessing)).toThrow('expected a column "a", as in the table that was trained on, got the columns "c", "A1"')
})

it.each([
  [{ target: 'yy' }, 'target', 'Did you mean "y"?'],
  [{ types: { X: 'number' } }, 'types', 'Did you mean "x"?'],
  [{ types: { y: 'category' } }, 'types', "{ task: 'classification' }"],
] as const)('refuses %j', (options, option, message) => {
  expect(() => fit('x,y\n1,p\n2,q\n', options)).toThrow(expect.objectContaining({ code: 'OptionError', option, message: expect.stringContaining(message) as string }))
})

it.each(['task', 'missing', 'unknown', 'types'] as const)('refuses a word for %s that it does not know', (option) => {
  const options: FitOptions = JSON.parse(option === 'types' ? '{"types":{"x":"numeric"}}' : `{"${option}":"some"}`) as FitOptions
  expect(() => fit('x,y\n1,p\n2,q\n', options)).toThrow(expect.objectContaining({ code: 'OptionError', option }))
})

it('refuses more folds than rows', () => {
  expect(() => kFold(3, 5)).toThrow('a whole number in 2 … 3, the count of samples')
})

it.each([-1, 2, 0.5, NaN])('refuses %f for a row', (row) => {
  const table = readTable('x,y\n1,p\n2,q\n')
  const { preprocessing } = fitPreprocessing(table)
  const refusal = expect.objectContaining({ code: 'OptionError', option: 'rows', got: String(row) }) as unknown
  expect(() => inputsFrom(table, preprocessing, [0, row])).toThrow(refusal)
  expect(() => preprocess(table, preprocessing, [row])).toThrow(refusal)
  expect(() => fitPreprocessing(table, { rows: [row] })).toThrow(refusal)
})

it('refuses numbers whose distances no double holds', () => {
  expect(() => fit('x,y\n1.7e308,p\n-1.7e308,q\n')).toThrow('people.csv, column "x": expected a value in at least one of the rows to fit on, and a deviation that is finite')
})

it('refuses a target of which the rows to fit on have nothing', () => {
  expect(() => fit('x,y\n1,\n2,0.5\n4,1.5\n', { rows: [0], missing: 'drop', types: { x: 'number' } })).toThrow('column "y"')
})

it('predicts several columns of numbers, and names the cell that is none', () => {
  const text = 'x,a,b\n1,0.5,10\n2,1.5,30\n'
  const table = readTable(text)
  const { preprocessing, decisions } = fitPreprocessing(table, { target: ['a', 'b'] })
  expect(decisions.map(({ use }) => use)).toEqual(['number', 'target', 'target'])
  expect([...preprocess(table, preprocessing, [1]).targets.data]).toEqual([1, 1])
  expect(() => fit('x,a,b\n1,0.5,10\n2,1.5,\n', { target: ['a', 'b'] })).toThrow('line 3, column "b": expected a value of the target')
  expect(fit(text, { target: [] }).decisions.map(({ use }) => use)).toEqual(['number', 'number', 'target'])
})

it('does not say more of a nearest name than there is', () => {
  expect(() => fit('x,y\n1,p\n2,q\n', { target: 'quite another' })).toThrow('Give one of these names.')
  const { preprocessing } = fit('weight,y\n1,p\n2,q\n')
  expect(() => inputsFrom(readTable('z,y\n1,p\n'), preprocessing)).toThrow('Give a table with the same columns, in any order.')
  expect(() => inputsFrom(readTable('Weight,y\n1,p\n'), preprocessing)).toThrow('Is it "Weight"? Rename it.')
})

it('refuses a number too far from those that were trained on', () => {
  const { preprocessing } = fit('x,y\n1e-300,0.5\n3e-300,1.5\n')
  expect(() => inputsFrom(readTable('x\n1e10\n', { name: 'new.csv' }), preprocessing)).toThrow('new.csv, line 2, column "x": expected a number whose distance from the mean')
})

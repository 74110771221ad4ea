import { expect, it } from 'vitest'
import fc from 'fast-check'
import { fitPreprocessing } from './fitPreprocessing.js'
import { completeRows, inputsFrom, preprocess, targetsFrom } from './preprocess.js'
import { inputsOf, outputsOf } from './preprocessing.js'
import { readJsonl } from './readJsonl.js'
import { readTable } from './readTable.js'
import { sniffDelimiter } from './sniffDelimiter.js'

const flowers = `name,width,colour,petals,kind
a7,1.5,red,3,rose
b2,2.5,white,4,lily
c9,3.5,red,5,rose
d4,0.5,blue,6,lily
`

it('finds out delimiter and header, and leaves a table as it stands', () => {
  for (const delimiter of [',', ';', '\t', '|']) {
    const table = readTable(flowers.replaceAll(',', delimiter))
    expect(table.columns.map((column) => column.name)).toEqual(['name', 'width', 'colour', 'petals', 'kind'])
    expect([table.rows, table.line(0), table.line(3)]).toEqual([4, 2, 5])
  }
  const bare = readTable('1,2\n3,4\n')
  expect(bare.columns).toEqual([{ name: 'column 1', cells: ['1', '3'] }, { name: 'column 2', cells: ['2', '4'] }])
  expect(readTable('1,2\n3,4\n', { header: true }).columns.map(({ name }) => name)).toEqual(['1', '2'])
  expect(readTable('a,b\nc,d\n', { header: false }).rows).toBe(2)
  expect(readTable(',a\n0,1\n').columns.map(({ name }) => name)).toEqual(['column 1', 'a'])
})

it('takes the delimiter that makes the most regular lines', () => {
  expect(sniffDelimiter('a;b;c\n1,5;2,5;3\n1,5;2;3,5\n')).toBe(';')
  expect(sniffDelimiter('a,b\n"x;y;z",1\n"p;q",2\n')).toBe(',')
  expect(sniffDelimiter('just text')).toBe(',')
  expect(sniffDelimiter('')).toBe(',')
  expect(sniffDelimiter('a|b|c\n'.repeat(20_000))).toBe('|')
})

it('reads what spreadsheets write: decimal commas, points between thousands, marks and encodings', () => {
  const text = 'x;y;z\n1.234,5;2;a\n-0,25;3,5;b\n'
  expect(readTable(text).columns.map(({ cells }) => cells)).toEqual([['1234.5', '-0.25'], ['2', '3.5'], ['a', 'b']])
  expect(readTable('x;y\n1,2;a,b\nz;c\n').columns[0]?.cells).toEqual(['1,2', 'z'])
  const bytes = new Uint8Array([0xff, 0xfe, ...Array.from(text).flatMap((c) => [c.charCodeAt(0), 0])])
  expect(readTable(bytes).columns[0]?.cells).toEqual(['1234.5', '-0.25'])
  const latin = Uint8Array.from(Array.from('Größe,b\n1,2\n'), (c) => c.charCodeAt(0))
  expect(() => readTable(latin)).toThrow("encoding: 'windows-1252'")
  expect(readTable(latin, { encoding: 'windows-1252' }).columns[0]?.name).toBe('Größe')
  expect(() => readTable(latin, { encoding: 'latin-17' })).toThrow('the name of an encoding')
})

it('refuses what is no table', () => {
  expect(() => readTable('a,b\n1,2,3\n', { name: 'x.csv' })).toThrow('x.csv, line 2: expected 2 cells, as in the first line, got 3')
  expect(() => readTable('a,a\n1,2\n')).toThrow('a name that no other column has, got "a"')
  expect(() => readTable('a,b\n')).toThrow('no rows')
  expect(() => readTable('a,b\n1,2\n', { delimiter: '"' })).toThrow('readTable, delimiter')
  expect(() => readTable('a,b\n"1,2\n')).toThrow('Close the quote')
})

it('reads JSON Lines as the same table', () => {
  const table = readJsonl('{"a":1,"b":"x"}\n\n{"b":true,"c":null}\n', { name: 'x.jsonl' })
  expect(table.columns).toEqual([{ name: 'a', cells: ['1', ''] }, { name: 'b', cells: ['x', 'true'] }, { name: 'c', cells: ['', ''] }])
  expect([table.rows, table.line(1)]).toEqual([2, 3])
  for (const [text, message] of [
    ['[1]', 'expected an object, got "[1]"'],
    ['{"a":1', 'x.jsonl, line 1: expected JSON'],
    ['{"a":[1]}', 'got a list'],
    ['{"a":{}}', 'got an object'],
    ['', 'no rows'],
  ]) expect(() => readJsonl(text ?? '', { name: 'x.jsonl' })).toThrow(message)
  const harmless = readJsonl('{"__proto__":1,"x":2}\n')
  expect(harmless.columns.map(({ name }) => name)).toEqual(['__proto__', 'x'])
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})

it('decides what every column is, and says why', () => {
  const table = readTable(
    `id,when,word,same,none,x,colour,y
10,2024-01-01,ab,1,,1.5,red,0.5
11,2024-01-02,cd,1,NA,2.5,blue,1.25
12,2024-02-01,ef,1,,3,red,-4
13,2024-02-03,gh,1,?,4,blue,9.5
`)
  const { decisions, preprocessing } = fitPreprocessing(table)
  expect(decisions.map(({ name, use }) => [name, use])).toEqual([
    ['id', 'left out'], ['when', 'left out'], ['word', 'left out'], ['same', 'left out'], ['none', 'left out'],
    ['x', 'number'], ['colour', 'category'], ['y', 'target'],
  ])
  expect(decisions.map(({ why }) => why)).toEqual([
    'another number in each row, as an id has', 'dates', 'text, different in 4 of 4 rows', '"1" in every row', 'every cell is empty',
    'numbers, 1.5 … 4', 'text of 2 different values', 'numbers',
  ])
  expect([inputsOf(preprocessing), outputsOf(preprocessing)]).toEqual([3, 1])
  const told = fitPreprocessing(table, { target: 'colour', types: { id: 'number', word: 'category', x: 'ignore' } })
  expect(told.decisions.filter(({ why }) => why === 'as told').map(({ name }) => name)).toEqual(['id', 'word', 'x'])
  expect(told.preprocessing.target).toEqual({ kind: 'classes', name: 'colour', classes: ['blue', 'red'] })
})

it('fits means and deviations on the rows given alone, and finds columns by name in any order', () => {
  const table = readTable('a,b,y\n1,x,0.5\n3,z,1.5\n100,x,2.5\n')
  const { preprocessing } = fitPreprocessing(table, { rows: [0, 1] })
  expect(preprocessing.inputs[0]).toEqual({ name: 'a', kind: 'number', mean: 2, deviation: 1 })
  expect(preprocessing.target).toEqual({ kind: 'numbers', columns: [{ name: 'y', mean: 1, deviation: 0.5 }] })
  expect([...preprocess(table, preprocessing).inputs.data]).toEqual([-1, 1, 0, 1, 0, 1, 98, 1, 0])
  expect([...targetsFrom(table, preprocessing).targets.data]).toEqual([-1, 1, 3])
  const turned = readTable('b,extra,a\nz,9,3\n')
  expect([...inputsFrom(turned, preprocessing).data]).toEqual([1, 0, 1])
  expect(() => inputsFrom(readTable('A,b\n1,2\n'), preprocessing)).toThrow('a column "a", as in the table that was trained on')
})

it('is the same as numpy makes of it: zero mean, unit deviation', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 30 }), (numbers) => {
      fc.pre(new Set(numbers.map(Number)).size === numbers.length && new Set(numbers.map((x) => Math.round(x * 1e3))).size > 2)
      const table = readTable(`x,y\n${numbers.map((x, i) => `${x},${i + 0.5}`).join('\n')}\n`)
      const { preprocessing } = fitPreprocessing(table, { types: { x: 'number' }, task: 'regression' })
      const data = Array.from(inputsFrom(table, preprocessing).data)
      const mean = data.reduce((sum, x) => sum + x, 0) / data.length
      const variance = data.reduce((sum, x) => sum + x * x, 0) / data.length
      expect(mean).toBeCloseTo(0, 9)
      expect(variance).toBeCloseTo(1, 9)
    }),
  )
})

it('has a policy for missing cells, by name', () => {
  const table = readTable('a,c,y\n1,x,p\nNA,x,q\n4,,p\n10,z,q\n')
  expect(() => fitPreprocessing(table)).toThrow('line 3, column "a": expected a value, got a missing cell')
  const of = (missing: 'mean' | 'median' | 'category' | 'drop') => fitPreprocessing(table, { missing }).preprocessing.inputs
  expect(of('mean')).toMatchObject([{ fill: 5 }, { categories: ['', 'x', 'z'] }])
  expect(of('median')).toMatchObject([{ fill: 4 }, { categories: ['', 'x', 'z'] }])
  expect(of('drop')).toEqual([expect.not.objectContaining({ fill: expect.anything() as unknown }), expect.objectContaining({ categories: ['x', 'z'] })])
  expect(completeRows(table, ['a', 'c'])).toEqual([0, 3])
  const { preprocessing } = fitPreprocessing(table, { missing: 'category' })
  expect([...inputsFrom(table, preprocessing, [1]).data]).toEqual([0, 0, 1, 0])
})

it('has a policy for categories that were not seen', () => {
  const table = readTable('c,d,y\nx,1,p\nz,2,q\nx,4,q\nz,5,p\n')
  const other = readTable('c,d\nnew,1\n')
  expect([...inputsFrom(other, fitPreprocessing(table).preprocessing).data.subarray(0, 2)]).toEqual([0, 0])
  expect(() => inputsFrom(other, fitPreprocessing(table, { unknown: 'error' }).preprocessing)).toThrow('one of "x", "z", got "new"')
})

it.each([
  ['a target that is misspelt', 'a,kind\n1,x\n2,y\n', { target: 'knid' }, 'Did you mean "kind"?'],
  ['text in a column of numbers', 'a,y\n1,p\n2,q\n3,p\n4,q\noops,p\n', {}, 'line 6, column "a": expected a number such as -1234.5, as 4 of 5 cells of this column are, got "oops"'],
  ['a cell told to be a number', 'a,y\n1,p\nx,q\nz,q\n', { types: { a: 'number' } }, 'line 3, column "a": expected a number, such as -1.5e3, got "x"'],
  ['a type of a column that is not there', 'a,y\n1,p\n2,q\n', { types: { b: 'ignore' } }, 'the name of a column'],
  ['one class alone', 'a,y\n1,p\n2,p\n', {}, 'expected 2 … 256 different classes, got 1 ("p")'],
  ['a missing target', 'a,y\n1,p\n2,\n', {}, 'a value of the target, got a missing cell'],
  ['a target of words for numbers', 'a,y\n1,p\n2,q\n', { task: 'regression' }, 'a number, as the target of a regression, got "p"'],
  ['several targets of classes', 'a,y,z\n1,p,r\n2,q,s\n', { target: ['y', 'z'] }, 'one column of classes, or several of numbers'],
  ['no input', 'y\n1\n2\n', {}, 'at least one column of inputs, got the one column as the target'],
] as const)('says what is wrong: %s', (_, text, options, message) => {
  expect(() => fitPreprocessing(readTable(text), options)).toThrow(message)
})

it('refuses a class and a number that were not trained on, and images', () => {
  const { preprocessing } = fitPreprocessing(readTable('a,y\n1,p\n2,q\n'))
  expect(() => preprocess(readTable('a,y\n1,r\n'), preprocessing)).toThrow('a class that was trained on ("p", "q"), got "r"')
  expect(() => inputsFrom(readTable('a\nx\n'), preprocessing)).toThrow('a number, such as -1.5e3, got "x"')
  expect(() => inputsFrom(readTable('a,b\n,1\n', { header: true }), preprocessing)).toThrow('got a missing cell')
  const images = { ...preprocessing, inputs: [{ name: 'pixels', kind: 'bytes', count: 4, scale: 1 }] as const }
  expect(() => inputsFrom(readTable('pixels,b\n1,2\n', { header: true }), images)).toThrow('This model was trained on images')
  const regression = fitPreprocessing(readTable('a,y\n1,0.5\n2,1.5\n')).preprocessing
  expect(() => targetsFrom(readTable('a,y\n1,p\n'), regression)).toThrow('got "p"')
})

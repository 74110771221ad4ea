import { expect, it } from 'vitest'
import { readCsv } from '../readCsv.js'
import { readJsonl } from './readJsonl.js'
import { readTable } from './readTable.js'

// What people really have for a table: each is read as it is meant, or refused with file, line and what to do.

const utf16 = (text: string, mark: readonly number[] = []) =>
  new Uint8Array([...mark, ...Array.from(text).flatMap((c) => [c.charCodeAt(0), 0])])
const file = { name: 'people.csv' }
const columnsOf = (text: string | Uint8Array) => readTable(text, file).columns.map(({ name, cells }) => [name, ...cells])

it('reads the semicolons and decimal commas of a spreadsheet, with names or without', () => {
  expect(columnsOf('x;y\r\n1,5;-2\r\n0,25;3,5\r\n')).toEqual([['x', '1.5', '0.25'], ['y', '-2', '3.5']])
  expect(columnsOf('1,5;2,5\n3,5;4,5\n')).toEqual([['column 1', '1.5', '3.5'], ['column 2', '2.5', '4.5']])
})

it('finds the delimiter where the beginning that is looked at ends within quotes', () => {
  expect(readTable('a;b\n' + '"one\ntwo, three";2\n'.repeat(5000)).columns.map(({ name }) => name)).toEqual(['a', 'b'])
})

it('takes text above numbers for names, also where one of the names is a number', () => {
  expect(columnsOf('x,2019\n1,2\n3,4\n')).toEqual([['x', '1', '3'], ['2019', '2', '4']])
  expect(columnsOf('NA,2\n3,4\n')).toEqual([['column 1', 'NA', '3'], ['column 2', '2', '4']])
})

it('reads UTF-16 by its mark, and says what text without one may be', () => {
  expect(columnsOf(utf16('a,b\n1,2\n', [0xff, 0xfe]))).toEqual([['a', '1'], ['b', '2']])
  expect(() => readTable(utf16('a,b\n1,2\n'), file)).toThrow("people.csv: expected text in utf-8, got a NUL as character 2. If it is UTF-16 without its mark, say { encoding: 'utf-16le' }")
  expect(readTable(utf16('a,b\n1,2\n'), { encoding: 'utf-16le' }).rows).toBe(1)
})

it('leaves a byte order mark, empty lines at the end and the Ctrl-Z of MS-DOS out', () => {
  const read = [['a', '1'], ['b', '2']]
  for (const end of ['', '\n\n\n', '\u001a', '\u001a\r\n', '\n\u001a\n']) expect(columnsOf(`\ufeffa,b\n1,2\n${end}`)).toEqual(read)
  expect(readCsv('a,b\n1,2\n\u001a', { target: 'b' }).samples.size).toBe(1)
})

it.each(['\n', '\r\n', '\r'])('counts lines and keeps a break within quotes, whatever ends a line: %j', (end) => {
  const table = readTable(['a,b', '"one', 'two",2', '3,4', ''].join(end))
  expect(table.columns[0]?.cells).toEqual(['one\ntwo', '3'])
  expect([table.line(0), table.line(1)]).toEqual([3, 4])
})

it.each([
  ['a stray quote', 'a,b\n1,2"x"\n', 'people.csv, line 2'],
  ['a quote that is never closed', 'a,b\n1,2\n"1,2\n3,4\n5,6\n', 'people.csv, line 3: expected records of CSV, got a quote in this record that is never closed. Close the quote'],
  ['a cell too many', 'a,b\n1,2\n1,2,3\n', 'people.csv, line 3: expected 2 cells, as in the first line, got 3'],
  ['a cell too few', 'a,b\n1\n', 'people.csv, line 2: expected 2 cells, as in the first line, got 1'],
  ['a name that comes twice', 'a,b,a\n1,2,3\n', 'people.csv, line 1, column 3: expected a name that no other column has, got "a"'],
  ['a web page', '\n<!DOCTYPE html>\n<title>Not found</title>\n', 'expected a table, got a web page. Download the file itself'],
  ['JSON', '[\n {"a":1}]', 'expected a table, got JSON. Give lines of JSON to readJsonl'],
  ['nothing', '', 'people.csv: expected a line of names, then a line for each row, got no rows'],
])('refuses %s', (_, text, message) => {
  expect(() => readTable(text, file)).toThrow(expect.objectContaining({ code: 'FormatError', message: expect.stringContaining(message) as string }))
})

it.each([
  ['a ZIP archive, as .xlsx', [0x50, 0x4b, 3, 4, 20, 0]],
  ['a gzip file', [0x1f, 0x8b, 8, 0]],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
])('says that a file is %s', (what, bytes) => {
  expect(() => readTable(new Uint8Array(bytes), file)).toThrow(`people.csv: expected text in utf-8, got ${what}`)
})

it('takes __proto__ and constructor for names like any other', () => {
  expect(columnsOf('__proto__,constructor\n1,2\n')).toEqual([['__proto__', '1'], ['constructor', '2']])
  expect(Object.hasOwn(Object.prototype, '1')).toBe(false)
})

it('reads a line of very many cells', () => {
  const count = 150_000
  expect(readTable(`${'1,'.repeat(count - 1)}2\n`).columns.length).toBe(count)
})

it('refuses JSON Lines whose keys are different on each line, before they fill the memory', () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `{"k${i}":1}`).join('\n')
  expect(() => readJsonl(lines, { name: 'x.jsonl' })).toThrow('x.jsonl, line 2049: expected at most 4194304 cells, got 2049 different keys on 2049 lines')
})

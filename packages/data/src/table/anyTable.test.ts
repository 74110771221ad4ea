import { expect, it } from 'vitest'
import fc from 'fast-check'
import type { FitOptions } from './fitOptions.js'
import { fitPreprocessing, type Fitted } from './fitPreprocessing.js'
import { completeRows, preprocess } from './preprocess.js'
import { inputsOf, outputsOf } from './preprocessing.js'
import { readJsonl } from './readJsonl.js'
import { readTable } from './readTable.js'
import type { Table } from './table.js'

const CODES = ['DataError', 'FormatError', 'OptionError']

/** What f gives; undefined where it throws an error of ours. Any other error is thrown on. */
function ours<T>(f: () => T): T | undefined {
  try {
    return f()
  } catch (error) {
    if (error instanceof Error && 'code' in error && CODES.includes(String(error.code))) return undefined
    throw error
  }
}

const word = fc.constantFrom('red', 'blue', '', 'NA', '-', '+', '?', '1e999', '1,5', '12%', '__proto__', 'x"y', ' a ', '2024-01-02', 'ünï', '\u001a', 'true')
const cell = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -3, max: 3 }).map(String) }, { weight: 2, arbitrary: fc.double().map(String) }, word)
const column = fc.oneof(fc.constant(cell), fc.constant(word), fc.constant(fc.integer().map(String)), fc.constant(fc.double({ noNaN: true }).map(String)))
const table: fc.Arbitrary<Table> = fc
  .record({ rows: fc.integer({ min: 1, max: 12 }), columns: fc.array(column, { minLength: 1, maxLength: 5 }) })
  .chain(({ rows, columns }) => fc.tuple(...columns.map((cells) => fc.array(cells, { minLength: rows, maxLength: rows }))))
  .map((columns) => ({
    name: 'any',
    columns: columns.map((cells, i) => ({ name: ['__proto__', 'constructor', 'x', 'y', 'id'][i] ?? '', cells })),
    rows: columns[0]?.length ?? 0,
    line: (row) => row + 2,
  }))
const options: fc.Arbitrary<FitOptions> = fc.record(
  {
    missing: fc.constantFrom('error', 'mean', 'median', 'drop', 'category'),
    unknown: fc.constantFrom('zeros', 'error'),
    task: fc.constantFrom('classification', 'regression'),
  },
  { requiredKeys: [] },
)

function used({ preprocessing: { inputs, target } }: Fitted): string[] {
  return [...inputs.map(({ name }) => name), ...(target.kind === 'classes' ? [target.name] : target.columns.map(({ name }) => name))]
}

it('makes finite numbers of any table, or says what is wrong with it; what it keeps is plain data', () => {
  let fitted = 0
  fc.assert(
    fc.property(table, options, (any, how) => {
      const fit = ours(() => fitPreprocessing(any, how))
      if (fit === undefined) return
      const { preprocessing, decisions } = fit
      expect(JSON.parse(JSON.stringify(preprocessing))).toEqual(preprocessing)
      expect(decisions.map(({ name }) => name)).toEqual(any.columns.map(({ name }) => name))
      const rows = how.missing === 'drop' ? completeRows(any, used(fit)) : Array.from({ length: any.rows }, (_, row) => row)
      const samples = ours(() => preprocess(any, preprocessing, rows))
      if (samples === undefined) return
      const { inputs, targets, size } = samples
      fitted++
      expect([inputs.data.length, targets.data.length, size]).toEqual([inputsOf(preprocessing) * size, outputsOf(preprocessing) * size, rows.length])
      expect(inputs.data.every(Number.isFinite) && targets.data.every(Number.isFinite)).toBe(true)
      const turned = { ...any, columns: [{ name: 'new', cells: any.columns[0]?.cells ?? [] }, ...any.columns].reverse() }
      expect(preprocess(turned, preprocessing, rows)).toEqual(samples)
    }),
    { numRuns: 2000 },
  )
  expect(fitted).toBeGreaterThan(100)
})

it('reads back what is written, by any delimiter', () => {
  const name = fc.constantFrom('a', 'b', 'c d', 'e"f', '__proto__')
  const text = fc.constantFrom('', 'x', '1', '-2.5', 'two\nlines', 'a "word"', 'p;q', 'p,q', ' ', '\t')
  const rowsOf = (width: number) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 })
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 2 }).chain((names) => fc.tuple(fc.constant(names), rowsOf(names.length))), fc.constantFrom(',', ';', '\t', '|'), ([names, rows], delimiter) => {
      const file = [names, ...rows].map((row) => row.map(quote).join(delimiter)).join('\r\n')
      const read = readTable(file, { delimiter, header: true })
      expect(read.columns.map((found) => found.name)).toEqual(names)
      expect(read.columns.map(({ cells }) => cells)).toEqual(names.map((_, i) => rows.map((row) => row[i])))
    }),
  )
})

it('throws nothing but its own errors for any text and any bytes, and changes no prototype', () => {
  const piece = fc.constantFrom(',', ';', '\t', '|', '"', '\n', '\r', '\r\n', '\0', '\ufeff', '1', 'x', '1,5', '{', '}', '{"a":', '"__proto__":', '[', 'null', ':')
  const before = Object.getOwnPropertyNames(Object.prototype)
  fc.assert(
    fc.property(fc.oneof(fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')), fc.uint8Array({ maxLength: 60 })), (file) => {
      for (const read of [readTable, readJsonl]) {
        const any = ours(() => read(file))
        if (any) expect(any.columns.every(({ cells }) => cells.length === any.rows)).toBe(true)
        if (any) ours(() => fitPreprocessing(any, { missing: 'category' }))
      }
    }),
    { numRuns: 2000 },
  )
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
})

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvRows, type CsvRow } from './csvRows.js'

async function* inPieces(text: string, lengths: readonly number[]): AsyncGenerator<string> {
  for (let [from, k] = [0, 0]; from < text.length; k++) {
    const length = lengths[k % lengths.length] ?? 1
    yield text.slice(from, from + length)
    from += length
    await Promise.resolve()
  }
}

async function rowsOf(text: string, lengths: readonly number[] = [65536], delimiter = ','): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const some of csvRows('a.csv', inPieces(text, lengths), delimiter)) rows.push(...some)
  return rows
}

const end = fc.constantFrom('\n', '\r\n', '\r')
const plainCell = fc.string({ unit: fc.constantFrom('a', '1', ' ', 'é', '\u{1f600}', '\0') })
const quotedCell = fc.string({ unit: fc.constantFrom('a', ',', '""', '\n') }).map((text) => `"${text}"`)
const record = fc.tuple(fc.array(fc.oneof({ weight: 4, arbitrary: plainCell }, quotedCell), { maxLength: 4 }), end)
const table = fc.array(record).map((records) => records.map(([cells, ending]) => cells.join() + ending).join(''))
const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })

it('gives what csv-parse gives for the whole text, however it comes', async () => {
  await fc.assert(
    fc.asyncProperty(table, lengths, async (text, cuts) => {
      const expected: CsvRow[] = []
      parse(text, {
        relax_column_count: true,
        skip_empty_lines: true,
        record_delimiter: ['\r\n', '\n', '\r'],
        on_record: (cells: string[], { lines }) => void expected.push({ cells, line: lines }),
      })
      expect(await rowsOf(text, cuts)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

it('splits at a delimiter of several characters', async () => {
  expect(await rowsOf('a::b:c\n"d::e"::f', [3], '::')).toEqual([{ cells: ['a', 'b:c'], line: 1 }, { cells: ['d::e', 'f'], line: 2 }])
})

it('names the line of a quote that is stray or never closed, also in its message, wherever it is', async () => {
  const before = '1,2\n'.repeat(9)
  const at = (line: number) => ({ code: 'FormatError', line, where: `a.csv, line ${line}`, got: expect.stringContaining(`line ${line}`) })
  for (const cuts of [[65536], [5]]) {
    await expect(rowsOf(`${before}1,2"3\n4,5\n`, cuts)).rejects.toMatchObject(at(10))
    await expect(rowsOf(`${before}1,2"3"\n4,5\n`, cuts)).rejects.toMatchObject(at(10))
    await expect(rowsOf(`${before}"1"2,3\n`, cuts)).rejects.toMatchObject(at(10))
    await expect(rowsOf(`${before}"1,2\n3,4\n`, cuts)).rejects.toMatchObject({ ...at(10), got: 'a quote in this record that is never closed' })
  }
  await expect(rowsOf(`${before}1,2"3\n${'4,5\n'.repeat(2 ** 21)}`)).rejects.toMatchObject({ ...at(10), got: expect.stringContaining('Invalid Opening Quote') })
})

it('refuses a record of more than 4 Mi characters, with quotes and without, whole and in pieces', async () => {
  const long = '1'.repeat(2 ** 22 + 1)
  const tooLong = { code: 'FormatError', line: 2, expected: 'a record of at most 4194304 characters' }
  for (const cuts of [[2 ** 23], [2 ** 16]]) {
    await expect(rowsOf(`x,y\n${long}\n`, cuts)).rejects.toMatchObject(tooLong)
    await expect(rowsOf(`x,y\n"${long}`, cuts)).rejects.toMatchObject({ code: 'FormatError' })
    await expect(rowsOf(`x,y\n""${','.repeat(2 ** 22)}`, cuts)).rejects.toMatchObject(tooLong)
  }
  expect(await rowsOf(`x,y\n${long.slice(1)}\n`, [2 ** 23])).toHaveLength(2)
})

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { readRows } from './readRows.js'

const folder = mkdtempSync(join(tmpdir(), 'rows-'))
writeFileSync(join(folder, 'a.csv'), 'x,y\n1,2\n\n3,4\n')
writeFileSync(join(folder, 'b.csv'), 'y,x\n6,5\n')
const io = { stdin: Readable.from([]), cwd: folder }

it('joins files by the names of their columns, and knows the line of every row in its own file', async () => {
  const table = await readRows(['a.csv', 'b.csv'], {}, io)
  expect(table.columns).toEqual([{ name: 'x', cells: ['1', '3', '5'] }, { name: 'y', cells: ['2', '4', '6'] }])
  expect([table.name, ...[0, 1, 2, 3].map((row) => table.line(row))]).toEqual(['a.csv + b.csv', 2, 4, 2, 0])
})

it('reads stdin, in pieces of text or bytes', async () => {
  const stdin = Readable.from(['{"x":', Buffer.from('1}\n')])
  expect((await readRows(['-'], {}, { ...io, stdin })).columns).toEqual([{ name: 'x', cells: ['1'] }])
})

it('wants a file', async () => {
  await expect(readRows([], {}, io)).rejects.toThrow('Give the path of a file, or - for stdin')
})

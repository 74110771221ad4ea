import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Preprocessing } from './table/preprocessing.js'
import type { Samples } from './samples.js'
import { streamCsv } from './streamCsv.js'
import { preprocess } from './table/preprocess.js'
import { readTable } from './table/readTable.js'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'streamCsv-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

const number = (name: string, mean = 0, deviation = 1) => ({ name, kind: 'number', mean, deviation }) as const
const preprocessing: Preprocessing = {
  inputs: [number('x', 1, 2), { name: 'colour', kind: 'category', categories: ['', 'red', 'blue'], unknown: 'zeros' }],
  target: { kind: 'classes', name: 'kind', classes: ['no', 'yes'] },
}
const filled: Preprocessing = { ...preprocessing, inputs: [{ ...number('x'), fill: 7 }, { ...number('z'), fill: -1 }] }
const regression: Preprocessing = { inputs: [number('x')], target: { kind: 'numbers', columns: [{ name: 'y', mean: 10, deviation: 5 }] } }

/** Text in pieces of `length` bytes. */
const inPieces = (text: string, length = 65536, name = 'a.csv') => ({
  name,
  *open() {
    const bytes = new TextEncoder().encode(text)
    for (let at = 0; at < bytes.length; at += length) yield bytes.slice(at, at + length)
  },
})

async function all(stream: AsyncIterable<Samples>): Promise<Samples[]> {
  const blocks: Samples[] = []
  for await (const block of stream) blocks.push(block)
  return blocks
}

const refused = async (text: string, fields: object, given = preprocessing) => {
  await expect(all(streamCsv(inPieces(text), { preprocessing: given }))).rejects.toMatchObject(fields)
}

it('turns rows into numbers by the preprocessing, in blocks', async () => {
  const text = 'kind,x,colour,id\nyes,5,red,a\n"no", 1 ,,b\r\nno,-1,green,"c\nd"\n\n'
  const stream = streamCsv(inPieces(text), { preprocessing, block: 2 })
  expect(stream).toMatchObject({ inputsRows: 4, targetsRows: 2 })
  expect(await all(stream)).toEqual([
    {
      size: 2,
      inputs: { rows: 4, data: Float64Array.of(2, 0, 1, 0, 0, 1, 0, 0) },
      targets: { rows: 2, data: Float64Array.of(0, 1, 1, 0) },
      labels: Uint8Array.of(1, 0),
    },
    { size: 1, inputs: { rows: 4, data: Float64Array.of(-1, 0, 0, 0) }, targets: { rows: 2, data: Float64Array.of(1, 0) }, labels: Uint8Array.of(0) },
  ])
})

it('takes what stands for nothing as missing: it is filled in, or the category of nothing', async () => {
  const [block] = await all(streamCsv(inPieces('x,z,kind\nNA,?,no\nnull,-,yes\n1,2,no\n'), { preprocessing: filled }))
  expect(block?.inputs.data).toEqual(Float64Array.of(7, -1, 7, -1, 1, 2))
  const [categories] = await all(streamCsv(inPieces('x,colour,kind\n1,n/a,no\n'), { preprocessing }))
  expect(categories?.inputs.data).toEqual(Float64Array.of(0, 1, 0, 0))
})

it('turns rows into the numbers that a whole table becomes, classes written otherwise too', async () => {
  const text = 'x,colour,kind\n5,red,1.0\n-3e2,blue,2\n0.5,,01\n7,green,2.00\n'
  const given: Preprocessing = { ...preprocessing, target: { kind: 'classes', name: 'kind', classes: ['1', '2'] } }
  expect(await all(streamCsv(inPieces(text), { preprocessing: given }))).toEqual([{ ...preprocess(readTable(text), given), targets: { rows: 2, data: Float64Array.of(1, 0, 0, 1, 1, 0, 0, 1) } }])
  await refused('x,colour,kind\n1,red,3\n', { sample: 0, expected: 'a class ("1", "2")' }, given)
  await refused('x,colour,kind\n1e308,red,1\n', { where: 'a.csv, line 2, column "x"', got: '"1e+308"' }, { ...given, inputs: [number('x', -1e308, 0.1)] })
})

it('begins anew in each loop, also after one that was left', async () => {
  const stream = streamCsv(inPieces('x,y\n1,10\n2,15\n'), { preprocessing: regression, block: 1 })
  for await (const block of stream) {
    expect(block.targets.data).toEqual(Float64Array.of(0))
    break
  }
  for (let epoch = 0; epoch < 2; epoch++) {
    expect((await all(stream)).map(({ inputs }) => inputs.data)).toEqual([Float64Array.of(1), Float64Array.of(2)])
  }
})

it('gives the same samples however the bytes come, also where a character or an end of line is cut', async () => {
  const text = '\ufeffx,y,é\r\n1,2,"ü\r\n"\r\n3,4,\u{1f600}\r\n5,6,b'
  const [whole] = await all(streamCsv(inPieces(text), { preprocessing: regression }))
  expect(whole).toMatchObject({ size: 3, inputs: { data: Float64Array.of(1, 3, 5) }, targets: { data: Float64Array.of(-1.6, -1.2, -0.8) } })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }), async (length, block) => {
      const blocks = await all(streamCsv(inPieces(text, length), { preprocessing: regression, block }))
      expect(blocks.flatMap(({ inputs }) => [...inputs.data])).toEqual([1, 3, 5])
    }),
    { numRuns: 40 },
  )
})

it('reads files, plain and gzip, as one set; each has its own order of columns', async () => {
  const [first, second] = [join(folder, 'a.csv'), join(folder, 'b.csv.gz')]
  await writeFile(first, 'x,y\n1,10\n')
  await writeFile(second, gzipSync('y,x,z\n15,2,0\n'))
  const blocks = await all(streamCsv([first, second], { preprocessing: regression }))
  expect(blocks).toEqual([{ size: 2, inputs: { rows: 1, data: Float64Array.of(1, 2) }, targets: { rows: 1, data: Float64Array.of(0, 1) } }])
  await writeFile(second, gzipSync('y,x\n15,2\n').subarray(0, 20))
  await expect(all(streamCsv([first, second], { preprocessing: regression }))).rejects.toMatchObject({ code: 'FormatError', where: second })
  const missing = join(folder, 'c.csv')
  await expect(all(streamCsv(missing, { preprocessing: regression }))).rejects.toMatchObject({ code: 'DataError', where: missing })
  await expect(all(streamCsv(folder, { preprocessing: regression }))).rejects.toMatchObject({ code: 'DataError', where: folder })
})

it('lets go of a file where a loop ends early', async () => {
  const text = `x,y\n${'1,2\n'.repeat(200000)}`
  for (const [name, bytes] of [['large.csv', text], ['large.csv.gz', gzipSync(text)]] as const) {
    const path = join(folder, name)
    await writeFile(path, bytes)
    // Where the system has such a folder, it lists the files that are open.
    const before = (await readdir('/proc/self/fd').catch(() => [])).length
    for (let epoch = 0; epoch < 20; epoch++) {
      for await (const { size } of streamCsv(path, { preprocessing: regression, block: 10 })) {
        expect(size).toBe(10)
        break
      }
    }
    expect((await readdir('/proc/self/fd').catch(() => [])).length).toBeLessThan(before + 10)
  }
})

it('takes the names and the delimiter that it is given', async () => {
  const options = { preprocessing: regression, columns: ['y', 'x'], delimiter: ';' }
  const [block] = await all(streamCsv(inPieces('10;1\n'), options))
  expect(block?.inputs.data).toEqual(Float64Array.of(1))
})

it('names file, line, column and sample of a cell that is not what it has to be', async () => {
  await refused('x,colour,kind\n1,red,no\nsmall,red,no\n', { code: 'DataError', sample: 1, where: 'a.csv, line 3, column "x"', got: '"small"' })
  await refused('x,colour,kind\nNA,red,no\n', { code: 'DataError', got: '"NA"' })
  await refused('x,colour,kind\n,red,no\n', { code: 'DataError', got: 'a missing cell' })
  await refused('x,colour,kind\n1,red,maybe\n', { code: 'DataError', expected: 'a class ("no", "yes")' })
  await refused('x,y\n1,1e999\n', { code: 'DataError', where: 'a.csv, line 2, column "y"' }, regression)
  await refused('x,y\n1,2,3\n', { code: 'FormatError', line: 2, expected: '2 cells, as there are columns' }, regression)
  await refused('x,y\n"1,2\n', { code: 'FormatError' }, regression)
  await refused('x,y\n1,2"3\n4,5', { code: 'FormatError', line: 2 }, regression)
})

it('names the column that is missing or there twice, and the nearest', async () => {
  const where = { code: 'FormatError', line: 1, where: 'a.csv, line 1' }
  await refused('x,colour,kinds\n1,red,no\n', { ...where, expected: 'one column "kind"', fix: 'Rename "kinds" if that is it.' })
  await refused('x,y,x\n1,2,3\n', { code: 'FormatError', got: 'two of them' }, regression)
  await refused('__proto__,constructor\n1,2\n', { code: 'FormatError' }, regression)
})

it('refuses options that cannot be', () => {
  const of = (options: object) => () => streamCsv('a.csv', { preprocessing, ...options })
  expect(of({ block: 0 })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'block' }))
  expect(of({ delimiter: '\n' })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'delimiter' }))
  expect(of({ preprocessing: { ...preprocessing, inputs: [] } })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'preprocessing' }))
  const classes = Array.from({ length: 257 }, (_, k) => String(k))
  expect(of({ preprocessing: { ...preprocessing, target: { ...preprocessing.target, classes } } })).toThrow(expect.objectContaining({ option: 'preprocessing' }))
})

it('takes no more memory for a larger file', async () => {
  const rows = 'x,y\n' + '0.125,0.25\n'.repeat(100)
  const endless = (times: number) => ({
    name: 'large.csv',
    *open() {
      const bytes = new TextEncoder().encode(rows.slice(4).repeat(100))
      yield new TextEncoder().encode('x,y\n')
      for (let k = 0; k < times; k++) yield bytes
    },
  })
  let [size, peak] = [0, 0]
  for await (const block of streamCsv(endless(60), { preprocessing: regression })) {
    size += block.size
    peak = Math.max(peak, process.memoryUsage().arrayBuffers)
    expect(block.size).toBe(size < 600000 ? 1024 : 600000 % 1024)
  }
  expect(size).toBe(600000)
  expect(peak).toBeLessThan(64 * 2 ** 20)
})

it('refuses a line without an end before it takes the whole file', async () => {
  let given = 0
  const endless = {
    name: 'line.csv',
    *open() {
      yield new TextEncoder().encode('x,y\n"')
      const bytes = new Uint8Array(2 ** 20).fill(0x31)
      for (; given < 100; given++) yield bytes
    },
  }
  await expect(all(streamCsv(endless, { preprocessing: regression }))).rejects.toMatchObject({ code: 'FormatError' })
  expect(given).toBeLessThan(20)
})

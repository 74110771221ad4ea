import { expect, it } from 'vitest'
import type { Preprocessing } from './table/preprocessing.js'
import type { Samples } from './samples.js'
import { streamJsonl } from './streamJsonl.js'

const preprocessing: Preprocessing = {
  inputs: [
    { name: 'x', kind: 'number', mean: 1, deviation: 2, fill: 3 },
    { name: 'on', kind: 'category', categories: ['true', 'false'], unknown: 'error' },
    { name: 'image', kind: 'bytes', count: 2, scale: 0.5 },
  ],
  target: { kind: 'classes', name: 'label', classes: ['0', '1'] },
}
const constant: Preprocessing = {
  inputs: [{ name: '__proto__', kind: 'number', mean: 4, deviation: 0 }],
  target: { kind: 'numbers', columns: [{ name: 'y', mean: 0, deviation: 1 }] },
}

const lines = (text: string | Uint8Array, length = 65536) => ({
  name: 'a.jsonl',
  *open() {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
  },
})

async function all(stream: AsyncIterable<Samples>): Promise<Samples[]> {
  const blocks: Samples[] = []
  for await (const block of stream) blocks.push(block)
  return blocks
}

const GOOD = '{"x": 5, "on": true, "image": [2, 255], "label": 1, "more": {}}'
const refused = async (text: string | Uint8Array, fields: object) => {
  await expect(all(streamJsonl(lines(text), { preprocessing }))).rejects.toMatchObject(fields)
}

it('turns numbers, text, booleans and lists of bytes into numbers, in blocks, whatever the ends of lines and pieces', async () => {
  const text = `${GOOD}\r\n\n{"label":"0","on":"false","image":[0,1]}`
  for (const length of [1, 7, 65536]) {
    const stream = streamJsonl(lines(text, length), { preprocessing, block: 1 })
    expect(stream).toMatchObject({ inputsRows: 5, targetsRows: 2 })
    expect(await all(stream)).toEqual([
      { size: 1, inputs: { rows: 5, data: Float64Array.of(2, 1, 0, 1, 127.5) }, targets: { rows: 2, data: Float64Array.of(0, 1) }, labels: Uint8Array.of(1) },
      { size: 1, inputs: { rows: 5, data: Float64Array.of(1, 0, 1, 0, 0.5) }, targets: { rows: 2, data: Float64Array.of(1, 0) }, labels: Uint8Array.of(0) },
    ])
  }
})

it('has a constant column become 0, and reads a field that is called __proto__ as any other', async () => {
  const [block] = await all(streamJsonl(lines('{"__proto__": 7, "y": 2}'), { preprocessing: constant }))
  expect(block).toEqual({ size: 1, inputs: { rows: 1, data: Float64Array.of(0) }, targets: { rows: 1, data: Float64Array.of(2) } })
  await expect(all(streamJsonl(lines('{"y": 2}'), { preprocessing: constant }))).rejects.toMatchObject({ code: 'DataError' })
})

it('reads UTF-16 with its mark in front, and refuses bytes that are no text', async () => {
  const text = Buffer.from(`\ufeff${GOOD}`, 'utf16le')
  expect((await all(streamJsonl(lines(text, 1), { preprocessing })))[0]?.size).toBe(1)
  expect((await all(streamJsonl(lines(Buffer.from(text).swap16(), 3), { preprocessing })))[0]?.size).toBe(1)
  await refused(Uint8Array.of(0x7b, 0xff, 0x7d), { code: 'FormatError', expected: 'text in utf-8', offset: 0 })
  await refused(Uint8Array.of(0xc3), { code: 'FormatError', expected: 'text in utf-8' })
})

it('gives no block for no lines', async () => {
  expect(await all(streamJsonl(lines('\n \n'), { preprocessing }))).toEqual([])
  expect(await all(streamJsonl([lines(''), lines('')], { preprocessing }))).toEqual([])
})

it('names file and line of what is no object of JSON', async () => {
  for (const line of ['{"x": 1', '[1]', 'null', '5', '[['.repeat(9), `{"x": ${'['.repeat(200000)}`]) {
    await refused(`${GOOD}\n${line}\n`, { code: 'FormatError', line: 2, where: 'a.jsonl, line 2' })
  }
})

it('names file, line, field and sample of what is not what it has to be', async () => {
  const where = (name: string) => `a.jsonl, line 1, column "${name}"`
  await refused(GOOD.replace('5', '"five"'), { code: 'DataError', sample: 0, where: where('x'), got: '"five"' })
  await refused(GOOD.replace('5', '1e999'), { where: where('x'), got: '"Infinity"' })
  await refused(GOOD.replace('true', '{}'), { where: where('on'), got: 'an object' })
  await refused(GOOD.replace('true', '"perhaps"'), { where: where('on'), got: '"perhaps"' })
  await refused(GOOD.replace('255', '256'), { where: where('image'), got: 'a list of 2' })
  await refused(GOOD.replace('255', '1, 1'), { where: where('image'), expected: 'a list of 2 whole numbers of 0 … 255' })
  await refused(GOOD.replace('[2, 255]', '7'), { where: where('image'), got: '"7"' })
  await refused(GOOD.replace('"label": 1', '"label": 2'), { where: where('label') })
})

it('refuses a line without an end before it takes the whole file', async () => {
  let given = 0
  const endless = {
    name: 'line.jsonl',
    *open() {
      const bytes = new Uint8Array(2 ** 20).fill(0x5b)
      for (; given < 100; given++) yield bytes
    },
  }
  await expect(all(streamJsonl(endless, { preprocessing }))).rejects.toMatchObject({ code: 'FormatError', line: 1 })
  expect(given).toBeLessThan(20)
})

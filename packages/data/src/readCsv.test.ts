import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCsv, type ReadCsvOptions } from './readCsv.js'

const refusal = (code: string, fields: Record<string, unknown>) => expect.objectContaining({ code, ...fields }) as unknown
const flowers = 'length,width,species\n5.1,3.5,setosa\n7,3.2,versicolor\n4.9,3,setosa\n'
const target = 'species'

it('reads a target of classes: one-hot, in the order of their names, with labels', () => {
  expect(readCsv(flowers, { target })).toEqual({
    samples: {
      size: 3,
      inputs: { rows: 2, data: Float64Array.of(5.1, 3.5, 7, 3.2, 4.9, 3) },
      targets: { rows: 2, data: Uint8Array.of(1, 0, 0, 1, 1, 0) },
      labels: Uint8Array.of(0, 1, 0),
    },
    inputs: ['length', 'width'],
    classes: ['setosa', 'versicolor'],
  })
})

it('reads a target of numbers, wherever its column stands', () => {
  expect(readCsv('y,x\n1,2\n3,-4e1', { target: 'y' })).toEqual({
    samples: { size: 2, inputs: { rows: 1, data: Float64Array.of(2, -40) }, targets: { rows: 1, data: Float64Array.of(1, 3) } },
    inputs: ['x'],
    classes: undefined,
  })
})

it('orders classes that are numbers by size, and numbers before names', () => {
  const text = (cells: string[]) => `x,y\n${cells.map((cell) => `1,${cell}`).join('\n')}`
  expect(readCsv(text(['10', '9', '1']), { target: 'y', targetKind: 'class' }).classes).toEqual(['1', '9', '10'])
  expect(readCsv(text(['b', '9', 'a', '10']), { target: 'y' }).classes).toEqual(['9', '10', 'a', 'b'])
  expect(readCsv(text(['b', '1', '1.0']), { target: 'y' }).classes).toEqual(['1', '1.0', 'b'])
})

it('numbers the classes of a second file as those of the first', () => {
  const { classes } = readCsv(flowers, { target })
  const { samples } = readCsv('length,width,species\n1,2,versicolor\n', { target, classes: classes ?? [] })
  expect(samples.labels).toEqual(Uint8Array.of(1))
  expect(samples.targets).toEqual({ rows: 2, data: Uint8Array.of(0, 1) })
})

it.each([
  ['line ends of Windows', flowers.replaceAll('\n', '\r\n')],
  ['line ends of old Macs', flowers.replaceAll('\n', '\r')],
  ['empty lines', `${flowers.replaceAll('\n', '\n\n')}\n\n`],
  ['no line end at the end', flowers.trimEnd()],
  ['a byte order mark', `\ufeff${flowers}`],
  ['quotes', flowers.replaceAll(/[\w.]+/g, '"$&"')],
  ['blanks', flowers.replaceAll(',', ' , ')],
])('reads %s alike', (_, text) => {
  expect(readCsv(text, { target })).toEqual(readCsv(flowers, { target }))
})

it.each([
  ['UTF-8', Buffer.from(flowers)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${flowers}`)],
  ['UTF-16, little end first', Buffer.from(`\ufeff${flowers}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\ufeff${flowers}`, 'utf16le').swap16()],
  ['an ArrayBuffer', new Uint8Array(Buffer.from(flowers)).buffer],
])('reads bytes of %s', (_, bytes) => {
  expect(readCsv(bytes, { target })).toEqual(readCsv(flowers, { target }))
})

it('reads another delimiter, a file without names, and leaves columns out', () => {
  expect(readCsv(flowers.replaceAll(',', ';'), { target, delimiter: ';' })).toEqual(readCsv(flowers, { target }))
  const nameless = flowers.split('\n').slice(1).join('\n')
  expect(readCsv(nameless, { target, columns: ['length', 'width', 'species'] })).toEqual(readCsv(flowers, { target }))
  expect(readCsv('id,x,y\na7,1,2\n', { target: 'y', omit: ['id'] }).inputs).toEqual(['x'])
})

it('keeps a quoted line break within its cell, and counts its lines', () => {
  const text = 'x,y\n1,"two\nlines"\n2,b\nthree,b\n'
  expect(() => readCsv(text, { target: 'y' })).toThrow(
    refusal('DataError', { where: 'CSV, line 5, column "x"', sample: 2, got: '"three"' }),
  )
})

it.each(['', ' ', '0x10', '1e999', 'Infinity', 'NA', '1,5'])('refuses %j in a column of numbers, and says where', (cell) => {
  const error = refusal('DataError', {
    where: 'iris.csv, line 3, column "width"',
    sample: 1,
    got: cell.trim() === '' ? 'an empty cell' : JSON.stringify(cell),
    fix: expect.stringContaining('omit: ["width"]'),
  })
  expect(() => readCsv(`length,width,species\n1,2,a\n3,"${cell}",b\n`, { target, name: 'iris.csv' })).toThrow(error)
})

it('refuses a target that is no number where a number is asked for', () => {
  const error = refusal('DataError', {
    where: 'CSV, line 2, column "species"',
    sample: 0,
    got: '"setosa"',
    fix: expect.stringContaining("targetKind: 'class'"),
  })
  expect(() => readCsv(flowers, { target, targetKind: 'number' })).toThrow(error)
})

it('refuses an empty class, a class that is not among those given', () => {
  expect(() => readCsv('x,y\n1,a\n2,\n3,b', { target: 'y' })).toThrow(
    refusal('DataError', { where: 'CSV, line 3, column "y"', sample: 1, got: 'an empty cell' }),
  )
  expect(() => readCsv(flowers, { target, classes: ['setosa', 'virginica'] })).toThrow(
    refusal('DataError', { where: 'CSV, line 3, column "species"', sample: 1, got: '"versicolor"' }),
  )
})

it('refuses one class, more than 256, and classes that are given twice', () => {
  expect(() => readCsv('x,y\n1,a\n2,a', { target: 'y' })).toThrow(
    refusal('DataError', { where: 'CSV, column "y"', got: '1 ("a")' }),
  )
  const many = Array.from({ length: 257 }, (_, i) => `1,n${String(i)}`).join('\n')
  expect(() => readCsv(`x,y\n${many}`, { target: 'y' })).toThrow(
    refusal('DataError', { where: 'CSV, column "y"', expected: '2 … 256 different classes' }),
  )
  expect(() => readCsv(flowers, { target, classes: ['setosa', 'versicolor', 'setosa'] })).toThrow(
    refusal('DataError', { where: 'CSV, column "species"' }),
  )
})

it('suggests the nearest column for one that is misspelt', () => {
  expect(() => readCsv(flowers, { target: 'speceis' })).toThrow(
    refusal('OptionError', { option: 'target', got: '"speceis"', fix: 'Did you mean "species"?' }),
  )
  expect(() => readCsv(flowers, { target, omit: ['Lenght'] })).toThrow(
    refusal('OptionError', { option: 'omit', fix: 'Did you mean "length"?' }),
  )
  expect(() => readCsv(flowers, { target: 'colour of the petals' })).toThrow(
    refusal('OptionError', { fix: expect.stringContaining("delimiter: ';'") }),
  )
  const none: object = {}
  expect(() => readCsv(flowers, none as ReadCsvOptions)).toThrow(refusal('OptionError', { option: 'target', got: '"undefined"' }))
})

it('refuses a file without names, and names that are empty or come twice', () => {
  expect(() => readCsv('1,2\n3,4', { target: 'y' })).toThrow(refusal('FormatError', { line: 1, got: 'numbers, "1", "2"' }))
  expect(() => readCsv('x,x,y\n1,2,3', { target: 'y' })).toThrow(refusal('FormatError', { where: 'CSV, column 2', got: '"x"' }))
  expect(() => readCsv('x,,y\n1,2,3', { target: 'y' })).toThrow(
    refusal('FormatError', { where: 'CSV, column 2', got: 'no name' }),
  )
})

it('refuses a table without inputs', () => {
  expect(() => readCsv('y\n1', { target: 'y' })).toThrow(refusal('OptionError', { option: 'omit' }))
  expect(() => readCsv('x,y\n1,2', { target: 'y', omit: ['y'] })).toThrow(refusal('OptionError', { option: 'omit' }))
})

it('refuses a line with a cell too many or too few', () => {
  expect(() => readCsv('x,y\n1,2\n1,2,3', { target: 'y' })).toThrow(
    refusal('FormatError', { line: 3, expected: '2 cells, as there are columns', got: '3' }),
  )
  expect(() => readCsv('x,y\n1', { target: 'y' })).toThrow(refusal('FormatError', { line: 2, got: '1' }))
})

it.each(['', '\ufeff', '\n\n', 'x,y', 'x,y\n'])('refuses %j, which has no samples', (text) => {
  expect(() => readCsv(text, { target: 'y' })).toThrow(refusal('DataError', { got: 'no samples' }))
})

it('refuses a quote that is never closed or stands in the middle, with the line', () => {
  expect(() => readCsv('x,y\n1,"2\n3,4', { target: 'y' })).toThrow(refusal('FormatError', { line: 2 }))
  expect(() => readCsv('x,y\n1,2"3\n', { target: 'y' })).toThrow(refusal('FormatError', { line: 2 }))
})

it('refuses bytes that are no UTF-8, and a delimiter that cannot be one', () => {
  expect(() => readCsv(Buffer.from('größe,y\n1,2', 'latin1'), { target: 'y' })).toThrow(
    refusal('FormatError', { expected: 'text in utf-8' }),
  )
  for (const delimiter of ['', '\n', '"']) {
    expect(() => readCsv(flowers, { target, delimiter })).toThrow(refusal('OptionError', { option: 'delimiter' }))
  }
})

it('takes __proto__ for a name like any other', () => {
  const { inputs, classes } = readCsv('__proto__,y\n1,__proto__\n2,constructor', { target: 'y' })
  expect([inputs, classes]).toEqual([['__proto__'], ['__proto__', 'constructor']])
  expect(Object.keys(Object.prototype)).toEqual([])
})

it('reads back any table of numbers', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, number), { minLength: 1 }), (rows) => {
      const { samples } = readCsv(`a,b,y\n${rows.map((row) => row.join(',')).join('\n')}`, { target: 'y' })
      expect([...samples.inputs.data]).toEqual(rows.flatMap(([a, b]) => [a + 0, b + 0]))
      expect([...samples.targets.data]).toEqual(rows.map(([, , y]) => y + 0))
    }),
  )
})

it('throws nothing but its own errors for any text and any bytes', () => {
  const character = fc.constantFrom(...Array.from('xy12,;"\n\r -.\ufeff'))
  const text = fc.oneof(fc.string(), fc.string({ unit: character, maxLength: 60 }).map((rest) => `x,y\n${rest}`))
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array()), fc.constantFrom('x', 'y', ''), (file, wanted) => {
      try {
        const { samples } = readCsv(file, { target: wanted })
        expect(samples.inputs.data.length).toBe(samples.size * samples.inputs.rows)
        expect(samples.inputs.data.every(Number.isFinite)).toBe(true)
      } catch (error) {
        expect(['DataError', 'FormatError', 'OptionError']).toContain((error as { code: unknown }).code)
      }
    }),
    { numRuns: 1000 },
  )
})

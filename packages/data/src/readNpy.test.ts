import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readNpy } from './readNpy.js'

// numpy 2.4: a = np.arange(6).reshape(2, 3).astype('<f4'); np.save(f, np.asfortranarray(a))
const FORTRAN = Buffer.from(
  'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAABAQAAAgD8AAIBAAAAAQAAAoEA=',
  'base64',
)

function npy(descr: string, shape: string, data: ArrayLike<number>, { fortran = 'False', version = 1 } = {}): Uint8Array {
  const header = new TextEncoder().encode(`{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }\n`)
  const length = version === 1 ? [header.length & 255, header.length >> 8] : [header.length & 255, header.length >> 8, 0, 0]
  return Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0, ...length, ...header, ...Array.from(data))
}

const bytes = (data: ArrayBufferView<ArrayBuffer>) => new Uint8Array(data.buffer)
const error = (of: () => unknown): unknown => {
  try {
    return of()
  } catch (cause) {
    return cause
  }
}
const refused = (file: Uint8Array, fields: object) => {
  expect(error(() => readNpy(file, { name: 'a.npy' }))).toMatchObject({ code: 'FormatError', ...fields })
}

it('reads what NumPy wrote, bringing the order of Fortran into that of C', () => {
  expect(readNpy(FORTRAN)).toEqual({ type: 'float32', dims: [2, 3], data: Float32Array.of(0, 1, 2, 3, 4, 5) })
})

it('reads every element type', () => {
  const read = (descr: string, data: ArrayBufferView<ArrayBuffer>) => readNpy(npy(descr, '(2,)', bytes(data))).data
  expect(read('|b1', Uint8Array.of(0, 1))).toEqual(Uint8Array.of(0, 1))
  expect(read('|u1', Uint8Array.of(7, 255))).toEqual(Uint8Array.of(7, 255))
  expect(read('<i1', Int8Array.of(-1, 2))).toEqual(Int8Array.of(-1, 2))
  expect(read('<i2', Int16Array.of(-300, 2))).toEqual(Int16Array.of(-300, 2))
  expect(read('<i4', Int32Array.of(-70000, 2))).toEqual(Int32Array.of(-70000, 2))
  expect(read('<i8', BigInt64Array.of(-5n, 2n ** 53n - 1n))).toEqual(Float64Array.of(-5, 2 ** 53 - 1))
  expect(read('<f4', Float32Array.of(0.5, -2))).toEqual(Float32Array.of(0.5, -2))
  expect(read('<f8', Float64Array.of(0.1, NaN))).toEqual(Float64Array.of(0.1, NaN))
})

it('looks at bytes in place', () => {
  const file = npy('|u1', '(3,)', [1, 2, 3])
  expect(readNpy(file).data.buffer).toBe(file.buffer)
})

it('reads a scalar, entries in another order, versions 2 and 3, and the whole numbers of Python 2', () => {
  expect(readNpy(npy('|u1', '()', [9]))).toMatchObject({ dims: [], data: Uint8Array.of(9) })
  expect(readNpy(npy('|u1', '(2L, 1L)', [9, 8])).dims).toEqual([2, 1])
  expect(readNpy(npy('|u1', '(2, 1,)', [9, 8], { version: 2 })).dims).toEqual([2, 1])
  expect(readNpy(npy('|u1', '(2,)', [9, 8], { version: 3 })).dims).toEqual([2])
  const header = new TextEncoder().encode("{'shape':(1,),'descr':'|u1','fortran_order':False}")
  expect(readNpy(Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0, ...header, 5)).data).toEqual(Uint8Array.of(5))
})

it('finds element (i, j, k) of an array in the order of Fortran where C has it', () => {
  const size = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(size, size, size, (rows, cols, layers) => {
      const stored = new Int16Array(rows * cols * layers)
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < cols; j++) for (let k = 0; k < layers; k++) stored[i + rows * (j + cols * k)] = 100 * i + 10 * j + k
      }
      const { data } = readNpy(npy('<i2', `(${rows}, ${cols}, ${layers})`, bytes(stored), { fortran: 'True' }))
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < cols; j++) for (let k = 0; k < layers; k++) expect(data[k + layers * (j + cols * i)]).toBe(100 * i + 10 * j + k)
      }
    }),
  )
})

it('names what it refuses: big-endian numbers, objects, records, other types', () => {
  refused(npy('>f8', '(1,)', new Uint8Array(8)), { got: '">f8", which is big-endian', fix: "Save it as a.astype('<f8')." })
  refused(npy('|O', '(1,)', [1]), { got: 'Python objects (pickle)' })
  refused(npy('<c8', '(1,)', new Uint8Array(8)), { got: '"<c8"', offset: 10 })
  refused(npy('|f4', '(1,)', new Uint8Array(4)), { got: '"|f4"' })
  refused(npy("|u1', 'x': '", '(1,)', [1]), { expected: "{'descr': '…', 'fortran_order': …, 'shape': (…), }" })
  const records = new TextEncoder().encode("{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (1,), }")
  refused(Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, records.length, 0, ...records), { got: 'an array of records' })
})

it('refuses a file cut off anywhere, and one that is too long', () => {
  const file = npy('<i2', '(3,)', [1, 0, 2, 0, 3, 0])
  for (let length = 0; length < file.length; length++) refused(file.subarray(0, length), { code: 'FormatError' })
  refused(file.subarray(0, file.length - 1), { offset: file.length - 1, expected: `${file.length} bytes for 3 numbers` })
  refused(Uint8Array.of(...file, 0), { offset: file.length })
})

it('refuses dimensions that are 0, no tuple, or larger than any memory, before it allocates', () => {
  refused(npy('|u1', '(0,)', []), { expected: 'dimensions of at least 1' })
  refused(npy('|u1', '(3)', [1, 2, 3]), { got: '"(3)"' })
  refused(npy('|u1', '(-3,)', [1, 2, 3]), { offset: 10 })
  refused(npy('|u1', '(18446744073709551616,)', []), { expected: 'dimensions of at least 1' })
  refused(npy('<f8', '(4294967296, 4294967296)', []), { expected: 'at most 1073741824 bytes' })
  refused(npy('|u1', `(${'9999999999999999, '.repeat(30)})`, []), { got: expect.stringMatching(/bytes$/) })
})

it('refuses a header without end, another version, a bool of 2, and whole numbers that a double cannot hold', () => {
  refused(Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 2, 0, 255, 255, 255, 255), { expected: 'a header of at most 10000 bytes' })
  refused(npy('|u1', '(1,)', [1], { version: 4 }), { offset: 6, got: '4' })
  refused(npy('|b1', '(2,)', [1, 2]), { got: '2' })
  refused(npy('<i8', '(1,)', bytes(BigInt64Array.of(2n ** 53n))), { where: 'a.npy, number 0 of 1', got: '9007199254740992' })
  refused(new TextEncoder().encode('<!DOCTYPE html>'), { offset: 0 })
  expect(error(() => readNpy(npy('|u1', '(9,)', new Uint8Array(9)), { limit: 8 }))).toMatchObject({ code: 'FormatError' })
})

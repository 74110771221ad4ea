import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readNpz } from './readNpz.js'

// numpy 2.4: a = np.arange(6).reshape(2, 3); np.savez_compressed(f, x=a.astype('<f8'), y=np.array([0, 1], dtype='<i8'))
const DEFLATED = Buffer.from(
  'UEsDBC0AAAAIAAAAIQDwzTtG//////////8FABQAeC5ucHkBABAAsAAAAAAAAABXAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loG6TZqGuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CsaaOgq1CmQDLgYU8MEeynCAUBxQWgBKizgAAFBLAwQtAAAACAAAACEAfmr7yf//////////BQAUAHkubnB5AQAQAJAAAAAAAAAASQAAAAAAAACb7BfqGxDJyFDGUK2eklqcXKRupaBuk2mhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOpo6CrUKFAAuBihghNIAUEsBAi0DLQAAAAgAAAAhAPDNO0ZXAAAAsAAAAAUAAAAAAAAAAAAAAIABAAAAAHgubnB5UEsBAi0DLQAAAAgAAAAhAH5q+8lJAAAAkAAAAAUAAAAAAAAAAAAAAIABjgAAAHkubnB5UEsFBgAAAAACAAIAZgAAAA4BAAAAAA==',
  'base64',
)
// np.savez(f, x=a.astype('<f4'))
const STORED = Buffer.from(
  'UEsDBC0AAAAAAAAAIQBP6QAq//////////8FABQAeC5ucHkBABAAmAAAAAAAAACYAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2NyJzogJzxmNCcsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgyLCAzKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAAAAAAAAgD8AAABAAABAQAAAgEAAAKBAUEsBAi0DLQAAAAAAAAAhAE/pACqYAAAAmAAAAAUAAAAAAAAAAAAAAIABAAAAAHgubnB5UEsFBgAAAAABAAEAMwAAAM8AAAAAAA==',
  'base64',
)
/** Where the directory of STORED begins. */
const DIRECTORY = 0xcf

/** STORED with some bytes of it changed. */
function changed(changes: Record<number, number>): Buffer {
  const file = Buffer.from(STORED)
  for (const [at, byte] of Object.entries(changes)) file[Number(at)] = byte
  return file
}

interface Entry {
  name: string
  packed: Uint8Array
  size: number
  at?: number
}

/** A ZIP file of deflated entries that may say anything about themselves, and lie where another does; their checksums are 0. */
function zip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let length = 0
  for (const { name, packed, size, at = length } of entries) {
    const local = Buffer.alloc(30 + name.length)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(name.length, 26)
    local.write(name, 30)
    const central = Buffer.alloc(46 + name.length)
    central.writeUInt32LE(0x02014b50)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(size, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(at, 42)
    central.write(name, 46)
    directory.push(central)
    if (at !== length) continue
    locals.push(local, Buffer.from(packed))
    length += local.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(length, 16)
  return Buffer.concat([...locals, ...directory, end])
}

const refused = async (file: Uint8Array, fields: object, limit = 2 ** 20) => {
  await expect(readNpz(file, { name: 'a.npz', limit })).rejects.toMatchObject({ code: 'FormatError', ...fields })
}

it('reads what NumPy stored and what it deflated, by the names of the arrays', async () => {
  const x = { type: 'float64', dims: [2, 3], data: Float64Array.of(0, 1, 2, 3, 4, 5) }
  expect(await readNpz(DEFLATED)).toEqual(new Map([['x', x], ['y', { type: 'int64', dims: [2], data: Float64Array.of(0, 1) }]]))
  expect((await readNpz(STORED)).get('x')).toEqual({ type: 'float32', dims: [2, 3], data: Float32Array.of(0, 1, 2, 3, 4, 5) })
})

it('notices one changed byte of an array', async () => {
  await refused(changed({ [DIRECTORY - 1]: 0x41 }), { where: 'a.npz, "x.npy"', got: expect.stringMatching(/^the checksum/) })
})

it('refuses a file cut off anywhere', async () => {
  for (let length = 0; length < DEFLATED.length; length += 7) await refused(DEFLATED.subarray(0, length), {})
})

it('refuses what is encrypted, packed by another method, and what lies outside of the file', async () => {
  await refused(changed({ [DIRECTORY + 8]: 1 }), { expected: 'entries that are not encrypted' })
  await refused(changed({ [DIRECTORY + 10]: 12 }), { got: 'method 12' })
  await refused(changed({ [DIRECTORY + 45]: 0x7f }), { got: `nothing at byte 2130706432` })
  await refused(changed({ [DIRECTORY + 22]: 0x7f, [DIRECTORY + 26]: 0x7f }), { got: expect.stringMatching(/ bytes at \d+$/) })
  await refused(changed({ [DIRECTORY + 24]: 0 }), { got: '0 bytes from 152' })
  await refused(changed({ [DIRECTORY]: 0 }), { expected: 'entry 0 of 1' })
})

it('refuses an entry that is no array, such as an NPZ file, and two of one name', async () => {
  await refused(zip([{ name: 'b.npz', packed: STORED, size: 1 }]), { where: 'a.npz, "b.npz"', got: 'another file' })
  const twice = { name: 'x.npy', packed: deflateRawSync(Buffer.alloc(9)), size: 9 }
  await refused(zip([twice, twice]), { got: '"x.npy" twice' })
})

it('refuses bombs before it unpacks them: too large, more than deflate can make, parts that overlap', async () => {
  const packed = deflateRawSync(Buffer.alloc(2 ** 21))
  await refused(zip([{ name: 'x.npy', packed, size: 2 ** 21 }]), { expected: 'at most 1048576 bytes unpacked' })
  await refused(zip([{ name: 'x.npy', packed: packed.subarray(0, 10), size: 2 ** 30 }]), { got: `${2 ** 30} bytes from 10` })
  const overlapping = ['x', 'y', 'z'].map((name) => ({ name: `${name}.npy`, packed, size: 9, at: 0 }))
  await refused(zip(overlapping), { expected: 'entries that do not overlap' })
})

it('stops unpacking where an entry holds more than it says, or less', async () => {
  const packed = deflateRawSync(Buffer.alloc(2 ** 20))
  await refused(zip([{ name: 'x.npy', packed, size: 100 }]), { got: 'more bytes' })
  await refused(zip([{ name: 'x.npy', packed, size: 2 ** 20 - 1 }]), { got: 'more bytes' })
  await refused(zip([{ name: 'x.npy', packed: deflateRawSync(Buffer.alloc(9)), size: 10 }]), { got: '9 bytes' })
  await refused(zip([{ name: 'x.npy', packed: packed.subarray(0, 100), size: 103000 }]), { expected: 'a whole packed part' })
})

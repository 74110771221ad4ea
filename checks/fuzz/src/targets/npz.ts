import { crc32, deflateRawSync } from 'node:zlib'
import { readNpz } from '@nablajs/data'
import { mutateBytes } from '../mutateBytes.js'
import type { Target } from '../target.js'
import { LIMIT } from './idx.js'
import { NPY_SEEDS, NPY_WORDS } from './npy.js'

interface Entry {
  readonly name: string
  readonly content: Uint8Array
  readonly deflated: boolean
  /** How long it says that it is, if that is not the truth. */
  readonly size?: number
}

/** A ZIP file with right checksums. */
function zipFile(entries: readonly Entry[]): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  let length = 0
  for (const { name, content, deflated, size = content.length } of entries) {
    const packed = deflated ? deflateRawSync(content) : Buffer.from(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20)
    fields.writeUInt16LE(deflated ? 8 : 0, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(name.length, 22)
    const [local, central] = [Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]), Buffer.alloc(46)]
    central.write('PK\x01\x02')
    central.set(fields, 6)
    central.writeUInt32LE(length, 42)
    locals.push(local)
    directory.push(central, Buffer.from(name))
    length += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(length, 16)
  return Buffer.concat([...locals, ...directory, end])
}

const content = (i: number) => NPY_SEEDS[i] ?? new Uint8Array()
const arrays: readonly Entry[] = [
  { name: 'x.npy', content: content(0), deflated: true },
  { name: 'y.npy', content: content(2), deflated: false },
]
const zeros = new Uint8Array(64 * 2 ** 20)

/** `readNpz`: the file is broken, or an array in it, whose checksum is right all the same. */
export const npz: Target = {
  name: 'npz',
  seeds: [zipFile(arrays), zipFile(arrays.slice(0, 1)), zipFile(arrays.slice(1)), zipFile([])],
  mutate: (seed, random) => {
    if (random.integer(2) === 0) return mutateBytes(seed, random)
    return zipFile([{ name: 'x.npy', content: mutateBytes(content(random.integer(NPY_SEEDS.length)), random, NPY_WORDS), deflated: random.integer(2) === 0 }])
  },
  read: (file) => readNpz(file, { limit: LIMIT }),
  bombs: [
    { name: 'zeros of 1000 : 1 that say so', read: () => readNpz(zipFile([{ name: 'x.npy', content: zeros, deflated: true }]), { limit: LIMIT }) },
    { name: 'zeros of 1000 : 1 that say 100 bytes', read: () => readNpz(zipFile([{ name: 'x.npy', content: zeros, deflated: true, size: 100 }])) },
    { name: '4 GiB in 10 bytes', read: () => readNpz(zipFile([{ name: 'x.npy', content: zeros.subarray(0, 9), deflated: true, size: 2 ** 32 - 1 }]), { limit: Infinity }) },
    { name: 'NPZ in NPZ', read: () => readNpz(zipFile([{ name: 'x.npz', content: zipFile(arrays), deflated: true }])) },
    { name: 'NPZ in NPZ that is called an array', read: () => readNpz(zipFile([{ name: 'x.npy', content: zipFile(arrays), deflated: true }])) },
  ],
}

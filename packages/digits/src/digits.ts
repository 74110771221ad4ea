import { crc32 } from './crc32.js'
import { damaged } from './damaged.js'
import { readBytes } from './readBytes.js'
import { unpack } from './unpack.js'

/** Digits as samples: what `train` takes, with the digits themselves as `labels`. */
export interface DigitSamples {
  readonly size: number
  /** Images of 28 × 28 bytes, row after row, 0 is background; as floats 0 … 1, by the scale. */
  readonly inputs: { readonly rows: number; readonly data: Uint8Array; readonly scale: number }
  /** A 1 in the row of the digit. */
  readonly targets: { readonly rows: number; readonly data: Uint8Array }
  readonly labels: Uint8Array
}

/** 10,000 digits in two parts, written by different people. */
export interface Digits {
  /** The first 8,000 of MNIST's training file. */
  readonly training: DigitSamples
  /** The first 2,000 of MNIST's test file. */
  readonly test: DigitSamples
}

const PIXELS = 784
const CLASSES = 10
const WHITE = 255
const TRAINING = 8000
const SIZE = 10_000
/** Of the images and labels, unpacked: no other bytes are taken for these digits. */
const CRC32 = 0xc92b61d9

/**
 * 10,000 real digits of MNIST: 8,000 to train, 2,000 to test, as balanced as they come. They lie in one file of 1.6 MB
 * beside this code, where Node, Vite and webpack find it; `url` says where it is otherwise.
 *
 * Shapes: inputs 784 × 8,000 and 784 × 2,000, targets 10 × the same. Throws (by rejecting) `DataError` where the file is
 * missing, cut off or another. Source: MNIST, Y. LeCun, C. Cortes, C. Burges.
 */
export async function digits({ url }: { url?: string | URL } = {}): Promise<Digits> {
  const where = url === undefined ? besideThisFile() : String(url)
  const bytes = await unpack(where, await readBytes(where), SIZE * (PIXELS + 1))
  if (crc32(bytes) !== CRC32) {
    throw damaged(where, 'other bytes of the same number', 'Give the file of this version of the package.')
  }
  const images = bytes.subarray(0, SIZE * PIXELS)
  const labels = bytes.subarray(SIZE * PIXELS)
  return { training: samples(images, labels, 0, TRAINING), test: samples(images, labels, TRAINING, SIZE) }
}

function besideThisFile(): string {
  try {
    return new URL('./digits.gz', import.meta.url).href
  } catch {
    throw damaged('digits.gz', 'code that was bundled without its address', 'Give the address of dist/digits.gz: digits({ url }).')
  }
}

function samples(images: Uint8Array, allLabels: Uint8Array, from: number, to: number): DigitSamples {
  const labels = allLabels.subarray(from, to)
  const targets = new Uint8Array(CLASSES * labels.length)
  labels.forEach((label, i) => {
    targets[label + i * CLASSES] = 1
  })
  return {
    size: labels.length,
    inputs: { rows: PIXELS, data: images.subarray(from * PIXELS, to * PIXELS), scale: 1 / WHITE },
    targets: { rows: CLASSES, data: targets },
    labels,
  }
}

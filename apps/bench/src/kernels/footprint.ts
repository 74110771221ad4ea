import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { summary } from '../figures/summary.js'
import { table } from '../figures/table.js'
import type { Competitor } from '../measure/competitor.js'
import { measure, type Rounds, type Row } from '../measure/measure.js'
import { app, peers } from '../measure/prepare.js'
import { workloads } from '../workloads.js'
import { bundleSize } from './bundleSize.js'
import { installedBytes, unpackedBytes } from './installed.js'

interface Library {
  readonly name: string
  /** What a page that trains a network would import. */
  readonly page: string
  readonly imported: string
  readonly folder: string
  readonly bytes: () => number
  /** Files that the page loads beside the bundle. */
  readonly besides?: readonly string[]
}

const packages = join(app, '..', '..', 'packages')
const engine = ['linalg', 'activations', 'costs', 'backprop', 'trainer']
const training = "import { network } from '@nablajs/backprop'; import { sigmoid } from '@nablajs/activations'; import { quadratic } from '@nablajs/costs'; import { train } from '@nablajs/trainer'"
const ours = (names: readonly string[]) => () => names.reduce((sum, name) => sum + unpackedBytes(join(packages, name)), 0)
const theirs = (...names: string[]) => ({ folder: peers, bytes: () => installedBytes(peers, names) })
const tfjsWasm = 'node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm'

const libraries: readonly Library[] = [
  { name: 'engine, reference', page: `${training}; globalThis.x = [network, sigmoid, quadratic, train]`, imported: '@nablajs/trainer', folder: app, bytes: ours(engine) },
  {
    name: 'engine, wasm',
    page: `${training}; import { wasm } from '@nablajs/backend-wasm'; globalThis.x = [network, sigmoid, quadratic, train, wasm]`,
    imported: '@nablajs/backend-wasm',
    folder: app,
    bytes: ours([...engine, 'backend-wasm']),
  },
  { name: 'backend-wasm alone', page: "export * from '@nablajs/backend-wasm'", imported: '@nablajs/backend-wasm', folder: app, bytes: ours(['backend-wasm']) },
  { name: 'nabla', page: "export * from 'nabla'", imported: 'nabla', folder: app, bytes: ours([...engine, 'data', 'backend-wasm', 'nabla']) },
  { name: 'tfjs', page: "import * as tf from '@tensorflow/tfjs'; globalThis.x = tf", imported: '@tensorflow/tfjs', ...theirs('@tensorflow/tfjs') },
  {
    name: 'tfjs wasm',
    page: "import * as tf from '@tensorflow/tfjs-core'; import '@tensorflow/tfjs-backend-wasm'; globalThis.x = tf",
    imported: '@tensorflow/tfjs-backend-wasm',
    ...theirs('@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'),
    besides: [tfjsWasm],
  },
  { name: 'jax-js', page: "import * as jax from '@jax-js/jax'; globalThis.x = jax", imported: '@jax-js/jax', ...theirs('@jax-js/jax') },
  { name: 'brain.js', page: "import * as brain from 'brain.js'; globalThis.x = brain", imported: 'brain.js', ...theirs('brain.js') },
  { name: 'ml-fnn', page: "import FNN from 'ml-fnn'; globalThis.x = FNN", imported: 'ml-fnn', ...theirs('ml-fnn') },
  { name: 'synaptic', page: "import * as synaptic from 'synaptic'; globalThis.x = synaptic", imported: 'synaptic', ...theirs('synaptic') },
]

/** Prints memory at W1, time of an import, bytes installed and bytes to a browser. */
export async function benchFootprint(list: readonly Competitor[], rounds: Rounds): Promise<Row[]> {
  const rows: Row[] = []
  for (const competitor of list) rows.push(...(await measure(workloads[0], [competitor], { ...rounds, repeats: 1 })))
  console.log('memory: most MB resident while training W1 (the data set is 31 of them), and ms to import the library into that process\n')
  const megabytes = rows.filter(({ rssMb }) => rssMb !== undefined)
  console.log(table([['', 'MB', 'ms'], ...megabytes.map(({ id, rssMb, importMs }) => [id, (rssMb ?? 0).toFixed(0), (importMs ?? 0).toFixed(0)])]))
  console.log('\nimport in a new process (median of 7), bytes installed (with dependencies; ours without), bytes to a browser (esbuild, minified)\n')
  const lines: string[][] = []
  for (const { name, page, imported, folder, bytes, besides = [] } of libraries) {
    const extra = await attempt(() => besides.map((file) => readFileSync(join(folder, file))))
    const size = await attempt(() => bundleSize(page, folder))
    const [raw, zipped] = [extra?.reduce((sum, { length }) => sum + length, 0) ?? 0, extra?.reduce((sum, file) => sum + gzipSync(file).length, 0) ?? 0]
    const ms = await attempt(() => importTime(imported, folder))
    const disk = await attempt(bytes)
    lines.push([name, ms?.toFixed(1) ?? '–', mb(disk), kb(size && size.minified + raw), kb(size && size.gzip + zipped)])
  }
  console.log(table([['', 'import ms', 'installed MB', 'browser kB', 'gzip kB'], ...lines]))
  return rows
}

const mb = (bytes: number | undefined) => (bytes === undefined ? '–' : (bytes / 1e6).toFixed(2))
const kb = (bytes: number | undefined) => (bytes === undefined ? '–' : (bytes / 1000).toFixed(1))

function importTime(name: string, folder: string): number {
  const program = `const began = performance.now(); await import(${JSON.stringify(name)}); console.log(performance.now() - began); process.exit()`
  const once = () => Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n').at(-1))
  return summary(Array.from({ length: 7 }, once)).median
}

async function attempt<Found>(find: () => Found | Promise<Found>): Promise<Found | undefined> {
  try {
    return await find()
  } catch {
    return undefined
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workload } from '../workloads.js'
import { layersOf } from './layersOf.js'
import type { Task } from './session.js'

/** Reads `name=value` words: a workload, and where its data lie. The same words serve in every language. */
export function readSettings(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]))
}

/** The workload of a child process with its data, which were written into one folder for all. */
export function readTask(settings: Record<string, string>): Task {
  const sizes = settings.sizes.split(',').map(Number)
  const folder = settings.data
  const epochs = settings.kind === 'epochs'
  const products = ['gemm', 'peak'].includes(settings.kind)
  const empty = { images: new Uint8Array(0), labels: new Uint8Array(0) }
  const digits = (name: string) => ({ images: bytes(folder, `${name}.images`), labels: bytes(folder, `${name}.labels`) })
  const x = products ? new Float32Array(0) : floats(folder, `x-${sizes[0]}`)
  return {
    id: settings.id,
    title: settings.id,
    kind: oneOf(settings.kind, ['train', 'predict', 'epochs', 'gemm', 'peak']),
    sizes,
    batch: Number(settings.batch),
    activation: oneOf(settings.activation, ['sigmoid', 'tanh']),
    eta: Number(settings.eta),
    resident: settings.resident === 'true',
    transposes: settings.transposes ?? 'NN',
    count: x.length / sizes[0],
    x,
    y: products ? new Float32Array(0) : floats(folder, `y-${sizes[sizes.length - 1]}`),
    layers: products ? [] : layersOf(sizes, floats(folder, `start-${sizes.join('-')}`)),
    training: epochs ? digits('training') : empty,
    test: epochs ? digits('test') : empty,
    settings,
  }
}

/** The words that say a workload. */
export function wordsOf({ id, kind, sizes, batch, activation, eta, resident, transposes }: Workload): string[] {
  const words = [`id=${id}`, `kind=${kind}`, `sizes=${sizes.join(',')}`, `batch=${batch}`, `activation=${activation}`, `eta=${eta}`]
  return [...words, `resident=${resident === true}`, `transposes=${transposes ?? 'NN'}`]
}

function bytes(folder: string, name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)))
}

function floats(folder: string, name: string): Float32Array {
  return new Float32Array(bytes(folder, `${name}.f32`).buffer)
}

function oneOf<const Name extends string>(word: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === word)
  if (found === undefined) throw new Error(`'${word}' is none of ${names.join(', ')}`)
  return found
}

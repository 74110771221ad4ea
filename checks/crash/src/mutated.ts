import { random } from '@nablajs/linalg'
import { inspect } from 'node:util'
import { getHeapStatistics } from 'node:v8'
import { checkpointTarget } from './checkpointTarget.js'

/** What came of reading files that were changed at random. */
export interface Mutated {
  readonly tried: number
  readonly accepted: number
  /** The longest that a file took of the processor, in ms. */
  readonly slowest: number
  readonly problems: readonly string[]
}

/** A file may take so much of the processor, in the best of a few goes, and so much memory: 4 × its length and 1 MiB. */
const MOST_MS = 50
const GOES = 5
const [TIMES_FILE, AND_BYTES] = [4, 2 ** 20]

/** Reads `count` files; file k of a seed has draws of its own, so that it can be made again alone. */
export function mutated(count: number, seed: number): Mutated {
  const problems: string[] = []
  let [accepted, slowest] = [0, 0]
  const properties = Reflect.ownKeys(Object.prototype).length
  for (let k = 0; k < count; k++) {
    const draws = random(seed * 2 ** 24 + k)
    const file = checkpointTarget.mutate(checkpointTarget.seeds[draws.integer(checkpointTarget.seeds.length)] ?? new Uint8Array(), draws)
    const { ms, bytes, error } = fastest(file)
    if (error === undefined) accepted++
    else if (!isTyped(error)) problems.push(`file ${k} of seed ${seed}: ${inspect(error)}`)
    if (ms > MOST_MS) problems.push(`file ${k} of seed ${seed}: ${ms} ms`)
    if (bytes > TIMES_FILE * file.length + AND_BYTES) problems.push(`file ${k} of seed ${seed}: ${bytes} bytes of memory`)
    if (Reflect.ownKeys(Object.prototype).length !== properties) problems.push(`file ${k} of seed ${seed}: Object.prototype was changed`)
    slowest = Math.max(slowest, ms)
  }
  return { tried: count, accepted, slowest, problems }
}

interface Read {
  readonly ms: number
  readonly bytes: number
  readonly error: unknown
}

function fastest(file: Uint8Array): Read {
  let best = readOnce(file)
  for (let go = 1; go < GOES && best.ms > MOST_MS; go++) {
    const again = readOnce(file)
    if (again.ms < best.ms) best = again
  }
  return best
}

function readOnce(file: Uint8Array): Read {
  const memory = getHeapStatistics().external_memory
  const before = process.cpuUsage()
  let error: unknown
  try {
    checkpointTarget.read(file)
  } catch (thrown) {
    error = thrown
  }
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1000, bytes: getHeapStatistics().external_memory - memory, error }
}

function isTyped(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'FormatError' || error.code === 'CheckpointError')
}

import { inspect } from 'node:util'
import { random } from '@nablajs/linalg'
import { watchArrays, type Watch } from './largestArray.js'
import type { Target } from './target.js'

/** How many cases, and which. */
export interface FuzzOptions {
  readonly count: number
  readonly seed: number
  /** The number of the first case, 0 unless said: a case is made from seed and number alone. */
  readonly from?: number
}

/** What came out for one reader. */
export interface FuzzResult {
  readonly lines: readonly string[]
  readonly passed: boolean
}

/** A reader takes at most so much of the processor for a file, in the best of a few goes; a clock on the wall would measure what else runs. */
const MOST_MILLISECONDS = 50
const MOST_BOMB_MILLISECONDS = 1000
const GOES = 5
/** A reader makes no array larger than 4 × file + 1 MiB. */
const [TIMES_FILE, AND_BYTES] = [4, 2 ** 20]
/** A bomb's arrays are bounded by the limits of the readers, which hold for files of any size. */
const MOST_BOMB_BYTES = 64 * 2 ** 20
const CODES = ['FormatError', 'PluginError', 'CheckpointError', 'DataError', 'OptionError', 'ShapeError']
/** Case k of seed s has the seed s · 2^24 + k. */
const CASES = 2 ** 24
/** The most bytes of a file that a report shows. */
const SHOWN = 1024

/** Reads `count` broken files, and the bombs, and stops at the first that is not refused, or accepted, as it has to be. */
export async function fuzz(target: Target, { count, seed, from = 0 }: FuzzOptions): Promise<FuzzResult> {
  requireCounts(count, seed, from)
  const began = performance.now()
  const watch = watchArrays()
  const tally = { accepted: 0, slowest: 0, largest: 0 }
  const failed = (...[problem = '', ...again]: string[]) => ({ lines: [`fuzz: ${target.name}, seed ${seed}: FAILED: ${problem}`, ...again], passed: false })
  try {
    for (const [i, file] of target.seeds.entries()) {
      const problem = await tried(watch, () => target.read(file), sizeLimit(file), MOST_MILLISECONDS, tally)
      if (problem !== undefined || tally.accepted !== i + 1) return failed(`seed file ${i} ${problem ?? 'is refused'}`)
    }
    tally.accepted = 0
    for (let k = from; k < from + count; k++) {
      const draws = random(seed * CASES + k)
      const file = target.mutate(target.seeds[draws.integer(target.seeds.length)] ?? new Uint8Array(), draws)
      const problem = await tried(watch, () => target.read(file), sizeLimit(file), MOST_MILLISECONDS, tally)
      if (problem === undefined) continue
      const base64 = Buffer.from(file.subarray(0, SHOWN)).toString('base64')
      const again = `  again: pnpm check fuzz --reader ${target.name} --seed ${seed} --from ${k} --count 1`
      return failed(`case ${k} ${problem}`, again, `  its ${file.length} bytes: ${base64}`)
    }
    const bombs = { accepted: 0, slowest: 0, largest: 0 }
    for (const { name, read } of target.bombs) {
      const problem = await tried(watch, read, MOST_BOMB_BYTES, MOST_BOMB_MILLISECONDS, bombs)
      if (problem !== undefined || bombs.accepted > 0) return failed(`bomb '${name}' ${problem ?? 'was accepted'}`)
    }
    const figures = `${tally.accepted} accepted, ${count - tally.accepted} refused, ${shown(tally)}; ${target.bombs.length} bombs, ${shown(bombs)}`
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    return { lines: [`fuzz: ${target.name}, seed ${seed}, ${count} cases: ${figures}; ${seconds} s: ok`], passed: true }
  } finally {
    watch.end()
  }
}

function sizeLimit(file: Uint8Array): number {
  return TIMES_FILE * file.length + AND_BYTES
}

function shown({ slowest, largest }: Tally): string {
  return `slowest ${slowest.toFixed(1)} ms, largest array ${Math.ceil(largest / 1024)} KiB`
}

interface Tally {
  accepted: number
  slowest: number
  largest: number
}

/** Says what is wrong with how something was read; undefined where nothing is. */
async function tried(watch: Watch, read: () => unknown, mostBytes: number, mostTime: number, tally: Tally): Promise<string | undefined> {
  let fastest = Infinity
  for (let go = 0; go < GOES && fastest > mostTime; go++) {
    const before = builtIns()
    watch.start()
    const began = process.cpuUsage()
    const { error } = await outcome(read)
    const { user, system } = process.cpuUsage(began)
    fastest = Math.min(fastest, (user + system) / 1000)
    const [largest, after] = [watch.largest(), builtIns()]
    if (before !== after) return `a property of Object.prototype or Array.prototype was added: ${after}`
    if (error !== undefined && !CODES.includes(codeOf(error))) return `threw ${inspect(error)}`
    if (largest > mostBytes) return `made an array of ${largest} bytes, more than ${mostBytes}`
    tally.largest = Math.max(tally.largest, largest)
    if (error === undefined && go === 0) tally.accepted++
  }
  tally.slowest = Math.max(tally.slowest, fastest)
  return fastest > mostTime ? `took ${fastest.toFixed(1)} ms of the processor in the best of ${GOES} goes, more than ${mostTime}` : undefined
}

async function outcome(read: () => unknown): Promise<{ error: unknown }> {
  try {
    await read()
    return { error: undefined }
  } catch (error) {
    return { error: error ?? 'undefined' }
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

/** What a polluted prototype would have more of. */
function builtIns(): string {
  return `${Reflect.ownKeys(Object.prototype).map(String).join()} ${Reflect.ownKeys(Array.prototype).length}`
}

function requireCounts(count: number, seed: number, from: number): void {
  const wrong = (option: string, least: number, value: number) => new RangeError(`--${option} takes a whole number of at least ${least}, not ${value}`)
  if (!Number.isInteger(count) || count < 1) throw wrong('count', 1, count)
  if (!Number.isInteger(seed) || seed < 0 || seed > 2 ** 28) throw wrong('seed', 0, seed)
  if (!Number.isInteger(from) || from < 0 || from + count > CASES) throw wrong('from', 0, from)
}

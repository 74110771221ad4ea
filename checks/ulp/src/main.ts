import { wasm } from '@nablajs/backend-wasm'
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { allPlaces, shareOf, somePlaces } from './places.js'
import { lineOf, merged, passed, ulp, type Finding } from './ulp.js'

// pnpm check ulp [--kernel sigmoid] [--full] [--mode fast]. --full: all 2³² float32 numbers and 10⁷ doubles a kernel, in as many
// processes as there are cores.

const FULL_POINTS = 1e7
const QUICK_POINTS = 1e5

const { values } = parseArgs({
  options: {
    kernel: { type: 'string' },
    full: { type: 'boolean', default: false },
    mode: { type: 'string', default: 'exact' },
    part: { type: 'string' },
  },
})
const { kernel, full, mode, part } = values
const processes = availableParallelism()

if (part !== undefined) {
  process.send?.(await foundIn(Number(part)))
} else {
  const started = performance.now()
  const found = full ? merged(await Promise.all(Array.from({ length: processes }, (_, i) => foundBy(i)))) : await foundIn(undefined)
  for (const finding of found) console.log(lineOf(finding))
  const wrong = found.filter((finding) => !passed(finding)).length
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`ulp: ${mode}, ${found.length} findings, ${wrong} beyond their bounds, ${seconds} s: ${wrong === 0 ? 'ok' : 'FAILED'}`)
  process.exitCode = wrong === 0 ? 0 : 1
}

async function foundIn(share: number | undefined): Promise<Finding[]> {
  const backend = await wasm({ mode: mode === 'fast' ? 'fast' : 'exact' })
  if (share === undefined) return ulp(backend, { kernel, places: somePlaces(), points: QUICK_POINTS })
  return ulp(backend, { kernel, places: shareOf(allPlaces(), share, processes), points: Math.ceil(FULL_POINTS / processes), seed: share + 1 })
}

/** What a process of its own finds, which runs this file for its share. */
function foundBy(share: number): Promise<Finding[]> {
  const own = kernel === undefined ? [] : ['--kernel', kernel]
  const child = fork(fileURLToPath(import.meta.url), ['--mode', mode, '--part', String(share), ...own], { serialization: 'advanced' })
  return new Promise((resolve, reject) => {
    child.once('message', (found: unknown) => {
      if (Array.isArray(found)) resolve(found)
      child.disconnect()
    })
    child.once('exit', (code) => reject(new Error(`share ${share} ended with ${code}`)))
  })
}

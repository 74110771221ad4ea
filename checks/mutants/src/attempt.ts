import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import * as vitest from 'vitest'
import { checkPlugins } from './checkPlugins.js'
import { type Job, type Verdict } from './job.js'
import { root } from './root.js'
import { runTest, type TestRun } from './runTest.js'
import { Steps } from './steps.js'
import { Workshop, type Changed } from './workshop.js'

/** For property-based tests that have no seed of their own: a verdict must not depend on luck. */
const SEED = 20150601

const fastCheck = createRequire(import.meta.url)('fast-check') as { configureGlobal: (options: object) => void }
// A failure need not be made small: that it failed is enough.
fastCheck.configureGlobal({ seed: SEED, endOnFailure: true })

const workshop = new Workshop(root, { vitest: { ...vitest, __esModule: true }, 'fast-check': fastCheck })

/** Errors that no test waited for: vitest fails a run for them, and so does this. */
const strays: unknown[] = []
process.on('unhandledRejection', (error) => strays.push(error))
process.on('uncaughtException', (error) => strays.push(error))

/** Tries one mutant. */
export async function attempt({ file, text, by, steps: allowed }: Job): Promise<Verdict> {
  const steps = new Steps(allowed)
  const changed: Changed = { file: join(root, file), text, countStep: steps.count }
  const started = performance.now()
  strays.length = 0
  const { tests, failure } = await ('test' in by ? runBeside(by.test, changed) : runSuite(by.suite, changed))
  await turn()
  const hung = steps.tooMany
  const red = hung ? 'its loops do not end' : (failure ?? (strays.length > 0 ? String(strays[0]) : undefined))
  return { tests, hung, steps: steps.taken, ms: performance.now() - started, ...(red === undefined ? {} : { failure: red }) }
}

function runBeside(test: string, changed: Changed): Promise<TestRun> {
  const path = join(root, test)
  return runTest(path, root, () => void workshop.load([path], changed))
}

function runSuite(suite: string, changed: Changed): Promise<TestRun> {
  const path = join(root, suite)
  try {
    const around = ['packages/activations/src/index.ts', 'packages/linalg/src/index.ts'].map((file) => join(root, file))
    const [suiteExports = {}, plugins = {}, activations = {}, linalg = {}] = workshop.load([path, changed.file, ...around], changed)
    return Promise.resolve({ tests: checkPlugins(suiteExports, plugins, { activations, linalg }) })
  } catch (error) {
    return Promise.resolve({ tests: 1, failure: String(error) })
  }
}

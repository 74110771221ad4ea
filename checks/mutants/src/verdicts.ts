import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Job, type Verdict } from './job.js'
import { type Attempt } from './plan.js'
import { tryAll } from './pool.js'
import { root } from './root.js'

/** A loop may turn so many times as often as in the file as it is, and some more. */
const MORE_STEPS = 20
const SOME_STEPS = 100_000

/** And it may take so many milliseconds, and so many times as long. Generous: the machine may be busy. */
const SOME_PATIENCE = 10_000
const MORE_PATIENCE = 20
/** The longest that a test may take on the file as it is. */
const LONGEST = 120_000

/**
 * Tries every bug, after each test was green on the file as it is; `report` is told of each verdict. A test that is red
 * without any bug, or is not there, cannot tell: it is returned, and its bugs count as survivors.
 */
export async function verdictsOn(attempts: readonly Attempt[], report: (attempt: Attempt, verdict: Verdict) => void): Promise<string[]> {
  const asItIs = new Map<string, Job>()
  for (const { file, by } of attempts) {
    asItIs.set(keyOf(file, by), { file, text: readFileSync(join(root, file), 'utf8'), by, steps: Number.MAX_SAFE_INTEGER, patience: LONGEST })
  }
  const limits = new Map<string, Pick<Job, 'steps' | 'patience'>>()
  const blind: string[] = []
  const baselines = [...asItIs]
  await tryAll(baselines.map(([, job]) => job), (at, { tests, failure, steps, ms }) => {
    const [key] = baselines[at] ?? ['']
    if (failure === undefined && tests > 0) limits.set(key, { steps: MORE_STEPS * steps + SOME_STEPS, patience: MORE_PATIENCE * ms + SOME_PATIENCE })
    else blind.push(`${key}: ${failure ?? 'nothing to run'}`)
  })
  const tried: Attempt[] = []
  const jobs: Job[] = []
  for (const attempt of attempts) {
    const { file, text, by } = attempt
    const limit = limits.get(keyOf(file, by))
    if (limit) {
      tried.push(attempt)
      jobs.push({ file, text, by, ...limit })
    } else report(attempt, UNTRIED)
  }
  await tryAll(jobs, (at, verdict) => {
    const attempt = tried[at]
    if (attempt) report(attempt, verdict)
  })
  return blind
}

const UNTRIED: Verdict = { tests: 0, hung: false, steps: 0, ms: 0 }

function keyOf(file: string, by: Job['by']): string {
  return `${file} by ${'test' in by ? by.test : by.suite}`
}

import { random, type Random } from '@nablajs/linalg'
import { build } from 'esbuild'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMBINATIONS, OPTIMIZERS } from './combinations.js'
import { launch, type End, type Instant } from './launch.js'
import { PHASES, type Phase } from './phases.js'

/** What came of killing. */
export interface Kills {
  readonly kills: number
  /** Trainings that were killed and resumed until they were done. */
  readonly runs: number
  readonly phases: Readonly<Record<Phase, number>>
  /** The kills of each combination. */
  readonly combinations: Readonly<Record<string, number>>
  /** Trainings that ended with another hash than one that was never killed. */
  readonly differing: number
  /** Optimizers whose trainings end with other bits on two threads than on one, though none was killed. */
  readonly unlikeThreads: readonly string[]
  /** Whether it is noticed that a training goes on without what its optimizer remembered, for each that does remember something. */
  readonly controls: Readonly<Record<string, boolean>>
  /** Processes that could not start or go on. */
  readonly failures: readonly string[]
}

/** Trainings at a time. */
const LANES = 2
/** A training is killed about as often as this; then it is let be, so that the count of trainings grows too. */
const KILLS_A_RUN = 12
/** The longest ms after the beginning of a phase. */
const WITHIN: Readonly<Record<Phase, number>> = { 'start-up': 150, step: 3, save: 3, 'epoch end': 3 }

/** Kills trainings at random instants, resumes each until it is done, and compares its hash with that of one that was never killed. */
export async function kill(kills: number, seed: number): Promise<Kills> {
  const home = await mkdtemp(join(tmpdir(), 'check-kill-'))
  try {
    const program = join(home, 'program.mjs')
    const entry = fileURLToPath(new URL('./program.ts', import.meta.url))
    await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile: program, conditions: ['@nablajs/source'], logLevel: 'error' })
    return await killed(program, home, kills, random(seed))
  } finally {
    await rm(home, { recursive: true })
  }
}

async function killed(program: string, home: string, kills: number, draws: Random): Promise<Kills> {
  const wholes = new Map<string, string | undefined>()
  for (const { name } of COMBINATIONS) wholes.set(name, hashIn(await launch(program, join(home, `whole ${name}`), name)))
  const combinations = Object.fromEntries(COMBINATIONS.map(({ name }) => [name, 0]))
  const found = { kills: 0, runs: 0, phases: { 'start-up': 0, step: 0, save: 0, 'epoch end': 0 }, combinations, differing: 0, failures: [] as string[] }
  const lane = async () => {
    while (found.kills < kills) await oneRun(found.runs++)
  }
  const oneRun = async (number: number) => {
    const name = COMBINATIONS[number % COMBINATIONS.length]?.name ?? ''
    const folder = join(home, `run ${number}`)
    for (let times = 0; ; times++) {
      const end = await launch(program, folder, name, times < KILLS_A_RUN ? instantOf(draws) : undefined)
      if ('killed' in end) {
        found.kills++
        found.phases[end.killed]++
        combinations[name] = (combinations[name] ?? 0) + 1
        continue
      }
      if ('failure' in end) found.failures.push(`${name}, run ${number}: ${end.failure}`)
      else if (wholes.get(name) !== end.hash) found.differing++
      await rm(folder, { recursive: true, force: true })
      return
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const controls: Record<string, boolean> = {}
  for (const { name, optimizer } of COMBINATIONS) if (optimizer !== 'sgd') controls[name] = await forgetting(program, join(home, `control ${name}`), name, wholes.get(name))
  return { ...found, unlikeThreads: unlikeThreads(wholes), controls }
}

/** Whether a training that goes on in its second epoch without what its optimizer remembers ends with another hash. */
async function forgetting(program: string, folder: string, name: string, whole: string | undefined): Promise<boolean> {
  await launch(program, folder, name, { phase: 'epoch end', nth: 2, ms: 0 })
  const hash = hashIn(await launch(program, folder, name, undefined, 'forgetful'))
  return hash !== undefined && whole !== undefined && hash !== whole
}

function unlikeThreads(wholes: ReadonlyMap<string, string | undefined>): string[] {
  const hashesOf = (optimizer: string) => COMBINATIONS.filter((one) => one.optimizer === optimizer).map(({ name }) => wholes.get(name))
  return Object.keys(OPTIMIZERS).filter((optimizer) => new Set(hashesOf(optimizer)).size !== 1)
}

function hashIn(end: End | undefined): string | undefined {
  return end && 'hash' in end ? end.hash : undefined
}

function instantOf(draws: Random): Instant {
  const phase = PHASES[draws.integer(PHASES.length)] ?? 'step'
  return { phase, nth: 1 + draws.integer(2), ms: draws.uniform() * WITHIN[phase] }
}

/** Whether every kill left nothing behind and no control went by unnoticed, and whether the kills were spread: each phase had 5 % of them or more. */
export function passes({ kills, phases, differing, unlikeThreads, controls, failures }: Kills): boolean {
  const isSpread = Object.values(phases).every((count) => count >= 0.05 * kills)
  return isSpread && differing + unlikeThreads.length + failures.length === 0 && Object.values(controls).every(Boolean)
}

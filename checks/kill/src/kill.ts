import { random, type Random } from '@nablajs/linalg'
import { build } from 'esbuild'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launch, type End, type Instant } from './launch.js'
import { OPTIMIZERS } from './optimizers.js'
import { PHASES, type Phase } from './phases.js'

/** What came of killing. */
export interface Kills {
  readonly kills: number
  /** Trainings that were killed and resumed until they were done. */
  readonly runs: number
  readonly phases: Readonly<Record<Phase, number>>
  /** Trainings that ended with another hash than one that was never killed. */
  readonly differing: number
  /** Whether it is noticed that a training goes on without what its optimizer remembered. */
  readonly controlDiffers: boolean
  /** Processes that could not start or go on. */
  readonly failures: readonly string[]
}

/** Trainings at a time. */
const LANES = 2
/** A training is killed about as often as this; then it is let be, so that the count of trainings grows too. */
const KILLS_A_RUN = 12
/** The longest ms after the beginning of a phase. */
const WITHIN: Readonly<Record<Phase, number>> = { 'start-up': 80, step: 3, save: 3, 'epoch end': 3 }

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
  const wholes = await Promise.all(OPTIMIZERS.map((optimizer) => launch(program, join(home, `whole ${optimizer}`), optimizer)))
  const found = { kills: 0, runs: 0, phases: { 'start-up': 0, step: 0, save: 0, 'epoch end': 0 }, differing: 0, failures: [] as string[] }
  const lane = async () => {
    while (found.kills < kills) await oneRun(found.runs++)
  }
  const oneRun = async (number: number) => {
    const which = number % OPTIMIZERS.length
    const optimizer = OPTIMIZERS[which] ?? 'sgd'
    const folder = join(home, `run ${number}`)
    for (let times = 0; ; times++) {
      const end = await launch(program, folder, optimizer, times < KILLS_A_RUN ? instantOf(draws) : undefined)
      if ('killed' in end) {
        found.kills++
        found.phases[end.killed]++
        continue
      }
      if ('failure' in end) found.failures.push(`${optimizer}, ${folder}: ${end.failure}`)
      else if (hashIn(wholes[which]) !== end.hash) found.differing++
      await rm(folder, { recursive: true, force: true })
      return
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const folder = join(home, 'control')
  await launch(program, folder, 'momentum', { phase: 'epoch end', nth: 2, ms: 0 })
  const [whole, control] = [wholes[OPTIMIZERS.indexOf('momentum')], await launch(program, folder, 'momentum', undefined, 'forgetful')]
  return { ...found, controlDiffers: hashIn(control) !== undefined && hashIn(whole) !== hashIn(control) }
}

function hashIn(end: End | undefined): string | undefined {
  return end && 'hash' in end ? end.hash : undefined
}

function instantOf(draws: Random): Instant {
  const phase = PHASES[draws.integer(PHASES.length)] ?? 'step'
  return { phase, nth: 1 + draws.integer(2), ms: draws.uniform() * WITHIN[phase] }
}

/** Whether each phase had 5 % of the kills or more. */
export function isSpread({ kills, phases }: Kills): boolean {
  return Object.values(phases).every((count) => count >= 0.05 * kills)
}

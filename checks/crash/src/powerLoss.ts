import { loadCheckpoint, lockFolder, saveCheckpoint, type FileSystem } from '@nablajs/model-io/node'
import { crashStates, type CrashState } from './crashStates.js'
import { memory, type Operation } from './memory.js'
import { isWhole, sample } from './sample.js'

/** What came of every state that a loss of power may leave. */
export interface PowerLoss {
  readonly states: number
  readonly different: number
  /** States with a checkpoint under its name that is not whole. */
  readonly torn: number
  /** States whose newest whole checkpoint is older than one that was said to be saved. */
  readonly lost: number
  /** States from which something was loaded that nobody saved. */
  readonly wrong: number
}

const FOLDER = '/run'
/** Steps saved by each of two runs, one after another; two checkpoints stay, so that each save but the first two removes one. */
export const RUNS: readonly (readonly number[])[] = [[1, 2, 3, 4], [5, 6, 7]]

/** Without syncs everything stays open: 2 to the power of all that was ever written. */
const OPEN_IN_CONTROLS = 10

/** Fails power at every moment of runs. `without` leaves out calls to sync, as a control. */
export async function powerLoss(runs = RUNS, without?: 'file' | 'folder'): Promise<PowerLoss> {
  const log = (await logOf(runs)).filter(({ kind }) => kind !== `sync ${without ?? 'nothing'}`)
  const verdicts = new Map<string, Verdict>()
  const sum = { states: 0, different: 0, torn: 0, lost: 0, wrong: 0 }
  for (const state of crashStates(log, without ? OPEN_IN_CONTROLS : Infinity)) {
    const verdict = verdicts.get(state.key) ?? (await verdictOn(state))
    verdicts.set(state.key, verdict)
    sum.states++
    if (verdict.torn) sum.torn++
    if (verdict.wrong) sum.wrong++
    if (verdict.step < state.acknowledged) sum.lost++
  }
  return { ...sum, different: verdicts.size }
}

async function logOf(runs: typeof RUNS): Promise<Operation[]> {
  const { fs, log } = memory()
  for (const steps of runs) {
    const lock = await lockFolder(FOLDER, { fs })
    for (const step of steps) {
      await saveCheckpoint(FOLDER, sample(step), { lock, fs, keep: 2 })
      log.push({ kind: 'acknowledged', step })
    }
    await lock.release()
  }
  return log
}

interface Verdict {
  readonly step: number
  readonly torn: boolean
  readonly wrong: boolean
}

async function verdictOn({ files }: CrashState): Promise<Verdict> {
  const { fs } = memory(files)
  try {
    return await loaded(fs)
  } catch {
    return { step: 0, torn: true, wrong: false }
  }
}

async function loaded(fs: FileSystem): Promise<Verdict> {
  const found = await loadCheckpoint(FOLDER, { fs })
  if (found === undefined) return { step: 0, torn: false, wrong: false }
  return { step: found.state.step, torn: found.damaged.length > 0, wrong: !isWhole(found) }
}

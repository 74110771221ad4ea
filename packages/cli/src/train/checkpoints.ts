import { resolve } from 'node:path'
import type { Network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { OptionError } from '@nablajs/linalg'
import { checkpointOf, type Plain, type Preprocessing } from '@nablajs/model-io'
import { loadCheckpoint, lockFolder, saveCheckpoint, type FolderLock } from '@nablajs/model-io/node'
import type { Training, TrainState } from '@nablajs/trainer'
import type { Terminal } from '../terminal/terminal.js'

/** Where and when checkpoints are kept. */
export interface CheckpointSettings {
  /** The folder. */
  readonly folder: string
  /** Steps between two; after each epoch unless said. */
  readonly every?: number
  /** Goes on with the last one, where there is one. */
  readonly resume: boolean
}

/** What a checkpoint is of. */
interface Subject {
  readonly net: Network
  readonly cost: Cost
  readonly preprocessing: Preprocessing
  /** What must be the same for the bits to be. */
  readonly options: Readonly<Record<string, Plain>>
}

/** The checkpoints of one run, whose folder it holds. */
export interface Checkpoints {
  /** Where to go on. */
  readonly state: TrainState | undefined
  /** Saves where enough steps have gone by, and lets training go on meanwhile. */
  onProgress(step: number, training: Training): void
  /** Saves where no count of steps was said. */
  onEpoch(training: Training): Promise<void>
  /** Saves now. */
  save(training: Training): Promise<void>
  /** Waits for what is being saved, and gives the folder back. Rejects where a save did. */
  close(): Promise<void>
}

/**
 * Takes the folder, and with `resume` its last whole checkpoint.
 *
 * Shapes: none. Rejects with `CheckpointError` where another run holds the folder or the checkpoint is of another network, `OptionError` where
 * another command made it, `FileError` where the disk refuses.
 */
export async function openCheckpoints({ folder: given, every, resume }: CheckpointSettings, subject: Subject, cwd: string, out: Terminal): Promise<Checkpoints> {
  const folder = resolve(cwd, given)
  const lock = await lockFolder(folder)
  try {
    const state = await begin(folder, resume, subject, out)
    return keeper(folder, lock, state, every, subject)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function begin(folder: string, resume: boolean, { net, cost, options }: Subject, out: Terminal): Promise<TrainState | undefined> {
  if (!resume) return undefined
  const last = await loadCheckpoint(folder, { net, cost })
  for (const { path, error } of last?.damaged ?? []) out.note(`${path} is damaged and was passed over: ${error.message}`)
  if (!last) {
    out.note('no checkpoint to go on with yet: training begins')
    return undefined
  }
  requireSame(folder, last.options ?? {}, options)
  out.note(`goes on with ${last.path}: epoch ${last.state.epoch}, step ${last.state.step}`)
  return last.state
}

function keeper(folder: string, lock: FolderLock, state: TrainState | undefined, every: number | undefined, { net, ...subject }: Subject): Checkpoints {
  let saved = state?.step ?? 0
  let saving: Promise<unknown> | undefined
  let failure: Error | undefined
  const save = async (training: Training) => {
    await saving
    saved = training.state().step
    await saveCheckpoint(folder, checkpointOf(net, training.state(), subject), { lock })
  }
  const requireSaved = () => {
    if (failure) throw failure
  }
  return {
    state,
    onProgress(step, training) {
      requireSaved()
      if (every === undefined || saving || step - saved < every) return
      saved = step
      saving = saveCheckpoint(folder, checkpointOf(net, training.state(), subject), { lock }).then(
        () => (saving = undefined),
        (error: unknown) => (failure = error instanceof Error ? error : new Error(String(error))),
      )
    },
    async onEpoch(training) {
      requireSaved()
      if (every === undefined) await save(training)
    },
    save,
    async close() {
      await saving
      await lock.release()
      requireSaved()
    },
  }
}

function requireSame(folder: string, saved: Readonly<Record<string, Plain | undefined>>, now: Readonly<Record<string, Plain | undefined>>): void {
  for (const name of Object.keys({ ...saved, ...now })) {
    const [before, value] = [saved[name], now[name]]
    if (JSON.stringify(before) === JSON.stringify(value)) continue
    throw new OptionError({
      option: name,
      where: `--resume, ${name}`,
      expected: `${JSON.stringify(before) ?? 'none'}, as in the checkpoint`,
      got: JSON.stringify(value) ?? 'none',
      fix: `Give the same flags and the same data, or another folder than ${folder}.`,
    })
  }
}

import { UNFINISHED } from './replaceFile.js'

/** A checkpoint in a folder: who wrote it and the how manieth it is. */
export interface CheckpointFile {
  readonly name: string
  /** The fencing number of the run that wrote it: a later run has a higher one. */
  readonly fence: number
  readonly number: number
}

const CHECKPOINT = /^checkpoint-(\d{1,15})-(\d{1,15})\.bin$/
const LOCK = /^lock-(\d{1,15})$/

/**
 * The checkpoints among the names in a folder, the newest first. A run that was taken over cannot write a newer one than its successor,
 * however late it writes: the fencing number comes first.
 *
 * Shapes: one for each name that is one.
 */
export function checkpointFiles(names: readonly string[]): CheckpointFile[] {
  const files = names.flatMap((name) => {
    const [, fence, number] = CHECKPOINT.exec(name) ?? []
    return fence === undefined ? [] : [{ name, fence: Number(fence), number: Number(number) }]
  })
  return files.sort((one, other) => other.fence - one.fence || other.number - one.number)
}

/**
 * How a checkpoint is called. Zeros in front, so that a list by name is a list by age.
 *
 * Shapes: none.
 */
export function checkpointName(fence: number, number: number): string {
  return `checkpoint-${padded(fence, 5)}-${padded(number, 7)}.bin`
}

/**
 * The fencing numbers of the locks among the names in a folder, the highest first.
 *
 * Shapes: one for each name that is one.
 */
export function lockFences(names: readonly string[]): number[] {
  return names.flatMap((name) => Number(LOCK.exec(name)?.[1] ?? [])).filter((fence) => fence > 0).sort((one, other) => other - one)
}

/**
 * How the lock with a fencing number is called.
 *
 * Shapes: none.
 */
export function lockName(fence: number): string {
  return `lock-${fence}`
}

/**
 * Checkpoints that a run was killed over before they had their name.
 *
 * Shapes: one for each name that is one.
 */
export function unfinishedFiles(names: readonly string[]): string[] {
  return names.filter((name) => name.startsWith('checkpoint-') && name.endsWith(UNFINISHED))
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}

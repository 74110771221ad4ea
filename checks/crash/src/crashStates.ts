import type { Inode, Operation } from './memory.js'

/** What a disk may hold after the power failed. */
export interface CrashState {
  readonly files: readonly (readonly [name: string, bytes: Buffer])[]
  /** Two states with the same key are the same. */
  readonly key: string
  /** The last step whose save was said to be done before the power failed. */
  readonly acknowledged: number
}

/**
 * Every state that a disk may be in when the power fails during a log: at each of its moments, what was synced is there, and of all else any
 * part: each piece of a write, each name that was made, moved or removed. Where more than `most` are open, the older ones are taken as there.
 */
export function* crashStates(log: readonly Operation[], most = Infinity): Generator<CrashState> {
  for (let length = 0; length <= log.length; length++) {
    const done = log.slice(0, length)
    const acknowledged = done.reduce((last, operation) => (operation.kind === 'acknowledged' ? operation.step : last), 0)
    const open = done.filter((operation, at) => !isDurable(operation, done.slice(at + 1))).slice(-most)
    for (let subset = 0; subset < 2 ** open.length; subset++) {
      const absent = new Set(open.filter((_, i) => ((subset >> i) & 1) === 0))
      yield { ...replayed(done.filter((operation) => !absent.has(operation))), acknowledged }
    }
  }
}

/** Whether a sync after an operation keeps it; what is no change of the disk is none to lose. */
function isDurable(operation: Operation, after: readonly Operation[]): boolean {
  if (operation.kind === 'write') return after.some((later) => later.kind === 'sync file' && later.inode === operation.inode)
  if (operation.kind === 'create' || operation.kind === 'rename' || operation.kind === 'unlink') return after.some(({ kind }) => kind === 'sync folder')
  return true
}

function replayed(operations: readonly Operation[]): Pick<CrashState, 'files' | 'key'> {
  const names = new Map<string, Inode>()
  const pieces = new Map<Inode, { offset: number; bytes: Buffer }[]>()
  for (const operation of operations) {
    if (operation.kind === 'create') names.set(operation.name, operation.inode)
    if (operation.kind === 'unlink') names.delete(operation.name)
    if (operation.kind === 'write') pieces.set(operation.inode, [...(pieces.get(operation.inode) ?? []), operation])
    if (operation.kind === 'rename') {
      names.delete(operation.from)
      names.set(operation.to, operation.inode)
    }
  }
  const entries = [...names].sort(([one], [other]) => (one < other ? -1 : 1))
  const key = entries.map(([name, inode]) => `${name}:${inode.id}:${(pieces.get(inode) ?? []).map(({ offset }) => offset).join(',')}`).join(' ')
  return { key, files: entries.map(([name, inode]) => [name, contentOf(pieces.get(inode) ?? [])]) }
}

/** A piece that is missing before one that is there reads as zeros. */
function contentOf(pieces: readonly { offset: number; bytes: Buffer }[]): Buffer {
  const content = Buffer.alloc(Math.max(0, ...pieces.map(({ offset, bytes }) => offset + bytes.length)))
  for (const { offset, bytes } of pieces) bytes.copy(content, offset)
  return content
}

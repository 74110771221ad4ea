import { NablaError, type ErrorDetails } from '@nablajs/linalg'

/** Why a file could not be read or written: no room left, no permission, file or folder not there, or anything else. */
export type FileErrorReason = 'full' | 'denied' | 'missing' | 'failed'

/**
 * The file system refused: a full disk, a folder that is read-only or gone, a broken device. `path` is the file or folder, `reason`
 * the kind, `system` the name that the system gave (`ENOSPC`). What was there before is as it was.
 *
 * Shapes: none; the fields are text.
 */
export class FileError extends NablaError {
  readonly path: string
  readonly reason: FileErrorReason
  readonly system: string

  constructor({ path, reason, system, ...details }: ErrorDetails & { path: string; reason: FileErrorReason; system: string }) {
    super('FileError', details)
    this.path = path
    this.reason = reason
    this.system = system
  }
}

const REASONS: Readonly<Partial<Record<string, FileErrorReason>>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
}

const FIXES: Readonly<Record<FileErrorReason, string>> = {
  full: 'Make room on the disk, or save elsewhere.',
  denied: 'Give a folder that this user may write to.',
  missing: 'Give the path of a file or folder that is there; a folder to write to has to be made first.',
  failed: 'Look at the disk and at what mounts it; try again or save elsewhere.',
}

/**
 * What the file system threw, as a `FileError`; one that is typed already comes back as it is.
 *
 * Shapes: none.
 */
export function fileError(cause: unknown, path: string, expected: string): NablaError {
  if (isTyped(cause)) return cause
  const system = systemName(cause)
  const reason = REASONS[system] ?? 'failed'
  const got = cause instanceof Error ? cause.message : String(cause)
  return new FileError({ path, reason, system, where: path, expected, got, fix: FIXES[reason] })
}

/**
 * The name that the system gave to an error, `ENOENT` for example; `unknown` where there is none.
 *
 * Shapes: none.
 */
export function systemName(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown'
}

/**
 * Whether an error is one of ours, of whichever copy of these packages.
 *
 * Shapes: none.
 */
export function isTyped(cause: unknown): cause is NablaError {
  return cause instanceof Error && 'code' in cause && cause.name === cause.code && 'where' in cause && 'fix' in cause
}

/**
 * What a shell is told. The help shows them.
 *
 * Shapes: scalars.
 */
export const EXIT = {
  done: 0,
  /** What was found is not right: a gradient that is wrong, for example. */
  failed: 1,
  /** A flag, a config file or a combination of them that cannot be. */
  usage: 2,
  /** Data, a model or a checkpoint that cannot be read or written, or do not fit each other. */
  data: 3,
  /** Training met a number that is not finite. */
  diverged: 4,
  /** SIGINT or SIGTERM ended it; with --checkpoint it can be gone on with. */
  interrupted: 130,
} as const

const CODES: Readonly<Record<string, number>> = { OptionError: EXIT.usage, PluginError: EXIT.usage, DivergedError: EXIT.diverged }

/** Errors of the system that a path that was given can cause. */
const SYSTEM = new Set(['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'ENOSPC', 'EROFS', 'EPERM', 'EEXIST', 'EMFILE', 'EDQUOT'])

/**
 * The exit code for an error that was thrown on purpose, known by its `code`; undefined for any other, which is a bug.
 *
 * Shapes: an error in, a scalar out.
 */
export function exitCodeOf(error: unknown): number | undefined {
  const code = codeOf(error)
  if (code === undefined) return undefined
  if (code.startsWith('commander.')) return isHelp(error) ? EXIT.done : EXIT.usage
  if (code in CODES) return CODES[code]
  return code.endsWith('Error') || SYSTEM.has(code) ? EXIT.data : undefined
}

/**
 * The code of an error that has one.
 *
 * Shapes: none.
 */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function isHelp(error: unknown): boolean {
  return error instanceof Error && 'exitCode' in error && error.exitCode === 0
}

/** Errors of the command line and of options that cannot be. */
const USAGE = 2
/** Everything else that was thrown on purpose: files, data, a training that diverges. */
const FAILURE = 1

/**
 * The exit code for an error that was thrown on purpose, once its message is written to stderr; such errors are known by
 * their `code`. Any other error is thrown again: it is a bug, and its stack belongs on the screen.
 *
 * Shapes: none; an error in, a number out.
 */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
  // Commander has written its message itself; asking for help is no error.
  if (error.code.startsWith('commander.')) return 'exitCode' in error && error.exitCode === 0 ? 0 : USAGE
  console.error(error.message)
  return error.code === 'OptionError' ? USAGE : FAILURE
}

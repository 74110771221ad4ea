import { codeOf, exitCodeOf, EXIT } from './exitCode.js'
import type { Io } from './io.js'
import { program } from './program.js'
import type { Surroundings } from './surroundings.js'
import { printableLines } from './terminal/terminal.js'

/**
 * Runs the command line. Resolves with the exit code; whoever calls it sets that.
 *
 * Shapes: `argv`: the words after the command's own name.
 */
export async function main(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { io } = surroundings
  let code: number = EXIT.done
  // `nabla predict … | head` stops reading before the end; that is no error.
  io.stdout.on('error', (error: Error) => {
    if (codeOf(error) === 'EPIPE') process.exit(code)
  })
  try {
    await program(surroundings, (exitCode) => (code = exitCode)).parseAsync(argv, { from: 'user' })
  } catch (error) {
    code = failureOf(error, io)
  }
  return code
}

/** Says what was wrong, unless that has been said. An error that nobody threw on purpose is thrown again. */
function failureOf(error: unknown, { stderr }: Io): number {
  const code = exitCodeOf(error)
  if (code === undefined) throw error
  const said = codeOf(error)?.startsWith('commander.') === true
  if (error instanceof Error && !said) stderr.write(`${printableLines(error.message)}\n`)
  return code
}

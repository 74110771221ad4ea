import { Command } from 'commander'
import { choose } from './choose.js'
import { doctor } from './doctor.js'
import { EXIT } from './exitCode.js'
import { gradcheck } from './gradcheck.js'
import { gradcheckCommand, type GradcheckFlags } from './gradcheckCommand.js'
import { loadPlugins } from './plugins.js'
import type { Surroundings } from './surroundings.js'
import { terminal, type Manner } from './terminal.js'
import { version } from './version.js'

/** Flags that all commands have. */
interface Shared extends Manner {
  readonly plugin: string[]
}

const EXIT_CODES = `
Exit codes:
  ${EXIT.done}    done
  ${EXIT.failed}    what was checked is not right
  ${EXIT.usage}    a flag, a setting or a plugin that cannot be
  ${EXIT.data}    data, a model or a checkpoint that cannot be read or written
  ${EXIT.diverged}    training met a number that is not finite
  ${EXIT.interrupted}  ended by Ctrl-C or SIGTERM

Results go to stdout, all else to stderr. NO_COLOR is obeyed.`

/**
 * The command line: every command with its flags, and what it does. `exit` is told the exit code of a command that has one of its own.
 *
 * Shapes: none.
 */
export function program(surroundings: Surroundings, exit: (code: number) => void): Command {
  const { io } = surroundings
  const nabla = new Command('nabla')
    .description('Networks of chapter 2: train, use and examine them.')
    .version(version)
    .configureOutput({ writeOut: (text) => void io.stdout.write(text), writeErr: (text) => void io.stderr.write(text) })
    .showHelpAfterError('nabla --help, or a command with --help, shows all flags.')
    .addHelpText('after', EXIT_CODES)
    .exitOverride()

  const add = (command: Command) => {
    nabla.addCommand(
      command
        .copyInheritedSettings(nabla)
        .optionsGroup('Of all commands:')
        .option('--plugin <file>', 'a module with activations, costs or optimizers; may be given again', (path: string, before: string[]) => [...before, path], [])
        .option('--json', 'one JSON value on stdout')
        .option('--quiet', 'says nothing on the way'),
    )
    return command
  }

  add(new Command('doctor').description('Tries every backend on this machine: does it work, and how fast is it?')).action(async (flags: Shared) => {
    await doctor(terminal(io, flags))
  })

  add(gradcheckCommand()).action(async ({ plugin, activation, output, cost, ...flags }: Shared & GradcheckFlags) => {
    const plugins = await loadPlugins(plugin, io.cwd)
    const builtIn = await loadPlugins([], io.cwd)
    const own = [...plugins.activations.values(), ...plugins.costs.values()].filter(
      (candidate) => builtIn.activations.get(candidate.name) !== candidate && builtIn.costs.get(candidate.name) !== candidate,
    )
    const settings = {
      sizes: flags.sizes,
      seed: flags.seed,
      activation: choose('activation', activation, plugins.activations),
      output: choose('output', output, plugins.activations),
      cost: choose('cost', cost, plugins.costs),
      own,
    }
    exit(gradcheck(settings, terminal(io, flags)))
  })
  return nabla
}

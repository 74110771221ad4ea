import { Command, Option } from 'commander'
import { choose } from './choose.js'
import { completions, completionScript, type Shell } from './completion/completion.js'
import { completeCommand, completionCommand } from './completion/completionCommand.js'
import { crossValidate } from './train/crossValidate.js'
import { doctor } from './doctor/doctor.js'
import { evaluateModel } from './evaluate/evaluateModel.js'
import { EXIT } from './exitCode.js'
import { exportCommand } from './export/exportCommand.js'
import { exportModel, type ExportFlags } from './export/exportModel.js'
import { gradcheck } from './gradcheck/gradcheck.js'
import { gradcheckCommand, type GradcheckFlags } from './gradcheck/gradcheckCommand.js'
import { inspectCommand } from './inspect/inspectCommand.js'
import { inspectModel } from './inspect/inspectModel.js'
import { loadPlugins } from './plugins.js'
import { predict, type PredictFlags } from './predict/predict.js'
import { readConfig } from './train/readConfig.js'
import { rowsFlags } from './source/rowsFlags.js'
import type { RowsOptions } from './source/readRows.js'
import type { Surroundings } from './surroundings.js'
import { terminal, type Manner } from './terminal/terminal.js'
import { trainOnRows } from './train/train.js'
import { given, trainCommand } from './train/trainCommand.js'
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

  add(trainCommand()).action(async (data: string[], flags: Shared & { config?: string }, command: Command) => {
    const { plugin, config, ...told } = flags
    const plugins = await loadPlugins(plugin, io.cwd)
    const settings = { ...(config === undefined ? {} : await readConfig(config, io.cwd)), ...given(command) }
    const out = terminal(io, told)
    const { folds } = settings
    const trained = folds === undefined ? await trainOnRows(data, settings, plugins, surroundings, out) : await crossValidate(data, folds, settings, plugins, surroundings, out)
    out.value(trained)
    if (trained.interrupted) exit(EXIT.interrupted)
  })

  add(rowsFlags(new Command('predict')).description('Predicts the target of rows: a header, then a row for each row, on stdout.'))
    .argument('<model>', 'what nabla train wrote')
    .argument('[data]', 'what train takes, without the targets; stdin unless given', '-')
    .option('--probabilities', 'a column for each class too')
    .addOption(new Option('--format <format>', 'of the result').choices(['csv', 'jsonl']).default('csv'))
    .option('--escape-formulas', 'a quote before what a spreadsheet would take for a formula')
    .action(async (model: string, data: string, { plugin, ...flags }: Shared & PredictFlags) => {
      await predict(model, data, flags, await loadPlugins(plugin, io.cwd), surroundings)
    })

  add(rowsFlags(new Command('eval')).description('Shows how good a model is on rows whose targets are known.'))
    .argument('<model>', 'what nabla train wrote')
    .argument('<data...>', 'what train takes')
    .action(async (model: string, data: string[], { plugin, ...flags }: Shared & RowsOptions) => {
      const out = terminal(io, flags)
      out.value(await evaluateModel(model, data, flags, await loadPlugins(plugin, io.cwd), surroundings, out))
    })

  add(inspectCommand()).action(async (model: string, data: string[], { plugin, ...flags }: Shared & RowsOptions) => {
    const out = terminal(io, flags)
    out.value(await inspectModel(model, data, flags, await loadPlugins(plugin, io.cwd), surroundings, out))
  })

  add(exportCommand()).action(async (model: string, { plugin, ...flags }: Shared & ExportFlags) => {
    const out = terminal(io, flags)
    out.value(await exportModel(model, flags, await loadPlugins(plugin, io.cwd), surroundings, out))
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

  nabla.addCommand(completionCommand().copyInheritedSettings(nabla).action(async (shell: Shell) => void io.stdout.write(await completionScript(shell, nabla.name()))))
  nabla.addCommand(
    completeCommand().copyInheritedSettings(nabla).action(async (words: string[]) => void io.stdout.write(await completions(nabla, words, await loadPlugins([], io.cwd)))),
    { hidden: true },
  )
  return nabla
}

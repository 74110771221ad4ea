import type { RootCommand } from '@bomb.sh/tab'
import type { Command, Option } from 'commander'
import { bashCompletion } from './bashCompletion.js'
import type { Plugins } from '../plugins.js'

/** Shells that can be taught to complete. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const

/** One of them. */
export type Shell = (typeof SHELLS)[number]

/** The library ends every answer with that no files fit; the shell offers files where 0 stands and nothing came before it. */
const NO_FILES = ':4\n'
const FILES = ':0\n'

/**
 * The script that teaches a shell to complete.
 *
 * Shapes: the command's name in, text out.
 */
export async function completionScript(shell: Shell, name: string): Promise<string> {
  if (shell === 'bash') return bashCompletion(name)
  const { script } = await import('@bomb.sh/tab')
  return printed(() => script(shell, name, name))
}

/**
 * What a line can go on with, as the scripts ask for it: a line for each, then what the shell is to do. Files, where there is nothing.
 *
 * Shapes: words: those behind the command's own name, the last one unfinished; returns text.
 */
export async function completions(program: Command, words: readonly string[], plugins: Plugins): Promise<string> {
  const { RootCommand } = await import('@bomb.sh/tab')
  const root = new RootCommand()
  addOptions(root, program, plugins)
  for (const command of program.createHelp().visibleCommands(program)) addCommand(root, command, plugins)
  const answer = printed(() => root.parse([...words]))
  return answer === NO_FILES ? FILES : answer
}

function addCommand(root: RootCommand, command: Command, plugins: Plugins): void {
  const added = root.command(command.name(), command.description())
  addOptions(added, command, plugins)
  for (const argument of command.registeredArguments) {
    added.argument(argument.name(), (complete) => argument.argChoices?.forEach((choice) => complete(choice, '')), argument.variadic)
  }
}

function addOptions(added: ReturnType<RootCommand['command']>, command: Command, plugins: Plugins): void {
  for (const option of command.createHelp().visibleOptions(command)) {
    const name = option.long?.slice(2)
    if (name === undefined) continue
    if (!option.required && !option.optional) added.option(name, option.description)
    else added.option(name, option.description, (complete) => valuesOf(option, plugins).forEach((value) => complete(value, '')))
  }
}

function valuesOf(option: Option, { activations, costs, optimizers }: Plugins): readonly string[] {
  if (option.argChoices) return option.argChoices
  const name = option.attributeName()
  if (name === 'activation' || name === 'output') return [...activations.keys()]
  if (name === 'cost') return [...costs.keys()]
  return name === 'optimizer' ? [...optimizers.keys()] : []
}

/** What a call of the library's writes: it knows no other way out than the console. */
function printed(call: () => void): string {
  const { log } = console
  let text = ''
  console.log = (line: unknown) => {
    text += `${String(line)}\n`
  }
  try {
    call()
  } finally {
    console.log = log
  }
  return text
}

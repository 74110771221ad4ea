import { parseArgs } from 'node:util'

/** What is measured: `peers` beside ours unless it is one of the others. */
export const COMMANDS = ['peers', 'kernels', 'chapter', 'browsers'] as const
export type Command = (typeof COMMANDS)[number]

/** What the command line asks for. */
export interface Options {
  readonly command: Command
  /** Ids of workloads; all where empty. */
  readonly workloads: readonly string[]
  /** Beginnings of names of competitors; all where empty. */
  readonly peers: readonly string[]
  readonly repeats: number
  readonly seconds: number
  readonly out: string
  readonly check: boolean
}

const list = (text: string | undefined) => (text === undefined ? [] : text.split(',').map((name) => name.trim()))

/** Reads the command line. Throws `TypeError` for what there is not. */
export function readOptions(args: readonly string[], folder: string): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      workloads: { type: 'string' },
      peers: { type: 'string' },
      repeats: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      out: { type: 'string', default: folder },
    },
  })
  const { quick } = values
  const command = COMMANDS.find((name) => name === (positionals[0] ?? 'peers'))
  if (command === undefined) throw new TypeError(`There is no '${positionals[0]}'. There are: ${COMMANDS.join(', ')}.`)
  return {
    command,
    workloads: list(values.workloads ?? (quick ? 'W1,W3,W5' : undefined)),
    peers: list(values.peers),
    repeats: positive('repeats', values.repeats ?? (quick ? '3' : '7')),
    seconds: positive('seconds', values.seconds ?? (quick ? '0.1' : '0.2')),
    out: values.out,
    check: values.check,
  }
}

function positive(option: string, text: string): number {
  const number = Number(text)
  if (number > 0) return number
  throw new TypeError(`--${option}: expected a number above 0, got '${text}'.`)
}

import { styleText } from 'node:util'
import type { Io, Out } from '../io.js'

type Style = Parameters<typeof styleText>[0]

/** How much is said. */
export interface Manner {
  /** One JSON value on stdout in place of text. */
  readonly json?: boolean
  /** Nothing on the way: results and errors alone. */
  readonly quiet?: boolean
}

/** Where a command writes: results to stdout, all else to stderr. */
export interface Terminal {
  /** Whether a bar can move here. */
  readonly moves: boolean
  /** Whether results may have colours. */
  readonly coloured: boolean
  /** Columns of a line of results. */
  readonly width: number
  /** A line on the way. */
  note(text: string): void
  /** A part of the result, as text. */
  show(text: string): void
  /** The whole result, for machines. */
  value(value: unknown): void
  styled(style: Style, text: string): string
  readonly stderr: Out
}

const WIDTH = 80

/**
 * The terminal of a command.
 *
 * Shapes: none.
 */
export function terminal({ stdout, stderr }: Io, { json = false, quiet = false }: Manner): Terminal {
  return {
    moves: stderr.isTTY === true && !quiet,
    coloured: styleText('red', 'x', { stream: stdout }) !== 'x',
    // Some terminals do not know their size, and say 0.
    width: (stdout.isTTY === true && stdout.columns) || WIDTH,
    note(text) {
      if (!quiet) stderr.write(`${printableLines(text)}\n`)
    },
    show(text) {
      if (!json) stdout.write(`${text}\n`)
    },
    value(value) {
      if (json) stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    styled: (style, text) => styleText(style, text, { stream: stdout }),
    stderr,
  }
}

/**
 * Text from a file, safe to show: control characters, which could move the cursor or colour the screen, are written as escapes.
 *
 * Shapes: text in, text out.
 */
export function printable(text: string): string {
  // Cc and Cf: controls, and what turns the direction of text round.
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}

/**
 * The same for text of several lines.
 *
 * Shapes: text in, text out.
 */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n')
}

/**
 * A count as people write it: 50,000.
 *
 * Shapes: a scalar in, text out.
 */
export function counted(n: number): string {
  return Math.round(n).toLocaleString('en')
}

import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/**
 * Text in a style where stdout shows styles; plain where it is no terminal or NO_COLOR is set.
 *
 * Shapes: none; text in, text out.
 */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout })
}

/** Of a line where no terminal says how long it is. */
const WIDTH = 80

/**
 * How many characters a line may have.
 *
 * Shapes: scalar.
 */
export function width(): number {
  // Some terminals do not know their size, and say 0.
  return (process.stdout.isTTY && process.stdout.columns) || WIDTH
}

/**
 * A count as people write it: 50,000. It is also how a count is told from the score, which stands alone as 9412 / 10000.
 *
 * Shapes: scalar in, text out.
 */
export function counted(n: number): string {
  return Math.round(n).toLocaleString('en')
}

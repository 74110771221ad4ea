/** The most characters, and the most names, that a message shows. */
const LONGEST = 40
const MOST = 8

/**
 * Text of a file for a message: in quotes, cut where it is long, control characters escaped, since a terminal may show it.
 *
 * Shapes: none; text in, text out.
 */
export function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
}

/**
 * The first few names for a message.
 *
 * Shapes: none; text in, text out.
 */
export function quotedList(names: readonly string[]): string {
  return names.slice(0, MOST).map(quoted).join(', ') + (names.length > MOST ? ', …' : '')
}

import { OptionError } from '@nablajs/linalg'

/** Between which numbers an option may lie: `least` and `most` are included, `above` and `below` are not. */
export interface Range {
  readonly least?: number
  readonly above?: number
  readonly most?: number
  readonly below?: number
  readonly whole?: boolean
}

/**
 * Throws `OptionError` unless the option is a finite number in the range, and a whole one where that is said.
 *
 * Shapes: scalar. `of` is the function that has the option.
 */
export function requireNumber(of: string, option: string, value: number, range: Range, fix: string): void {
  const { least = -Infinity, above = -Infinity, most = Infinity, below = Infinity } = range
  const isNumber = range.whole ? Number.isSafeInteger(value) : Number.isFinite(value)
  if (isNumber && value >= least && value > above && value <= most && value < below) return
  throw new OptionError({
    option,
    where: `${of}, ${option}`,
    expected: `a ${range.whole ? 'whole' : 'finite'} number${wordsFor(range)}`,
    got: typeof value === 'string' ? `the text '${String(value)}'` : String(value),
    fix,
  })
}

function wordsFor({ least, above, most, below }: Range): string {
  const words = [
    ...(least === undefined ? [] : [`at least ${least}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(most === undefined ? [] : [`at most ${most}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
  ]
  return words.length === 0 ? '' : `, ${words.join(' and ')}`
}

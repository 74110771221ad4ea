/** One change of a source text, small enough to name. */
export interface Mutant {
  /** Path in the repository, with `/`. */
  readonly file: string
  /** Which rule made it, such as `operator` or `loop bound`. */
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly replacement: string
  /** Counted from 1. */
  readonly line: number
  /** The function that it is in, or `''` at the top of the file. */
  readonly inside: string
  /** The line as it is, and as the mutant has it, without the blanks at its ends. */
  readonly before: string
  readonly after: string
}

/** The text with the mutant's change in it. */
export function mutated(text: string, { start, end, replacement }: Pick<Mutant, 'start' | 'end' | 'replacement'>): string {
  return text.slice(0, start) + replacement + text.slice(end)
}

/** One line that says which mutant this is. */
export function describeMutant({ file, line, kind, inside, before, after }: Mutant): string {
  return `${file}:${line} ${kind}${inside === '' ? '' : ` in ${inside}`}\n    - ${before}\n    + ${after}`
}

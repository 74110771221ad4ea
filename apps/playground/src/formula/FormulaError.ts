/** What can be wrong with a formula. The page's words say each, and what to do. */
export const formulaProblems = [
  'empty', 'tooLong', 'character', 'syntax', 'number', 'name', 'bareFunction', 'product', 'construct', 'arguments', 'tooDeep', 'tooLarge', 'derivativeTooLarge',
] as const
export type FormulaProblem = (typeof formulaProblems)[number]

interface Where {
  /** What stands there, as it was written. */
  readonly got: string
  /** Where it begins, counted from 0; undefined where it is the whole formula. */
  readonly at?: number | undefined
}

/** A formula that is refused: what is wrong, with what, and where. */
export class FormulaError extends Error {
  readonly problem: FormulaProblem
  readonly got: string
  readonly at: number | undefined

  constructor(problem: FormulaProblem, { got, at }: Where) {
    super(`${problem}: ${got}`)
    this.name = 'FormulaError'
    this.problem = problem
    this.got = got
    this.at = at
  }
}

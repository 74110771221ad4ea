import { add, multiply, one, zero } from './build.js'
import { formulaLimits, isWithinNodes, type Formula } from './formula.js'
import { FormulaError } from './FormulaError.js'
import { operations } from './operations.js'

/**
 * f′ as a formula, by the chain rule: every operation's slope by each of its parts, times the derivative of that part. Each part is derived once, so the work grows
 * with the size of f, and f′ at most with its square. Throws `FormulaError` where f′ is larger than `formulaLimits` allows.
 */
export function derive(formula: Formula): Formula {
  const derivative = derivativeOf(formula)
  if (!isWithinNodes(derivative, formulaLimits.derivativeNodes)) throw new FormulaError('derivativeTooLarge', { got: '' })
  return derivative
}

function derivativeOf(formula: Formula): Formula {
  if (formula.kind === 'z') return one
  if (formula.kind !== 'operation') return zero
  const [u = zero, v = zero] = formula.of
  const slopes = operations[formula.name].slopes(u, v)
  return formula.of.reduce((sum, part, i) => add(sum, multiply(slopes[i] ?? zero, derivativeOf(part))), zero)
}

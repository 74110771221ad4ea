import ts from 'typescript'
import { replace, type Change, type Types } from '../change.js'

/** A loop that ends one earlier, or starts one later. (Its comparison, its step and a constant start are other rules'.) */
export function loops(node: ts.Node, types: Types): Change[] {
  if (!ts.isForStatement(node)) return []
  const { condition, initializer } = node
  const bound = condition && ts.isBinaryExpression(condition) ? condition.right : undefined
  const ends = bound && !ts.isNumericLiteral(bound) && types.isNumber(bound) ? [replace('loop bound', bound, `${bound.getText()} - 1`)] : []
  const variables = initializer && ts.isVariableDeclarationList(initializer) ? initializer.declarations : []
  const starts = variables.flatMap(({ initializer: start }) =>
    start && !ts.isNumericLiteral(start) && types.isNumber(start) ? [replace('loop start', start, `${start.getText()} + 1`)] : [],
  )
  return [...ends, ...starts]
}

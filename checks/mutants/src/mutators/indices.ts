import ts from 'typescript'
import { replace, type Change, type Types } from '../change.js'

/** x[i] → x[i + 1], and x.get(i) → x.get(i + 1) for a variable that is a number. Constants are another rule's. */
export function indices(node: ts.Node, types: Types): Change[] {
  if (ts.isElementAccessExpression(node)) return behind([node.argumentExpression], types)
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) return behind(node.arguments.filter(ts.isIdentifier), types)
  return []
}

function behind(expressions: readonly ts.Expression[], types: Types): Change[] {
  return expressions.flatMap((expression) =>
    ts.isNumericLiteral(expression) || !types.isNumber(expression) ? [] : [replace('index', expression, `${expression.getText()} + 1`)],
  )
}

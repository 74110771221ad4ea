import ts from 'typescript'
import { replace, type Change, type Types } from '../change.js'

/** X.T → X, and f(X) → f(X.T) where f takes a transposed view. */
export function transposes(node: ts.Node, types: Types): Change[] {
  if (isTransposed(node)) return [replace('transpose', node, node.expression.getText())]
  if (!ts.isCallExpression(node)) return []
  return node.arguments
    .filter((argument) => !isTransposed(argument) && types.takesTransposed(argument))
    .map((argument) => replace('transpose', argument, `${argument.getText()}.T`))
}

function isTransposed(node: ts.Node): node is ts.PropertyAccessExpression {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'T'
}

import ts from 'typescript'
import { replace, type Change } from '../change.js'

/** A call whose result nobody waits for, left out. */
export function removals(node: ts.Node): Change[] {
  if (!ts.isExpressionStatement(node) || !ts.isCallExpression(node.expression)) return []
  if (node.expression.expression.kind === ts.SyntaxKind.SuperKeyword) return []
  return [replace('removal', node, ';')]
}

import ts from 'typescript'
import { type Change, type Types } from '../change.js'

/** Functions whose arguments have no order. */
const SYMMETRIC = ['Math.max', 'Math.min', 'Math.hypot']

/** f(x, y) → f(y, x) for every two arguments of which each may stand where the other does. */
export function argumentSwaps(node: ts.Node, types: Types): Change[] {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return []
  if (SYMMETRIC.includes(node.expression.getText())) return []
  const list = node.arguments ?? []
  return list.flatMap((one, i) => list.slice(i + 1).flatMap((other) => (swaps(one, other, types) ? [swapped(one, other)] : [])))
}

function swaps(one: ts.Expression, other: ts.Expression, types: Types): boolean {
  if (ts.isSpreadElement(one) || ts.isSpreadElement(other)) return false
  // Two texts are the parts of a message.
  if (ts.isStringLiteral(one) && ts.isStringLiteral(other)) return false
  return one.getText() !== other.getText() && types.interchangeable(one, other)
}

function swapped(one: ts.Expression, other: ts.Expression): Change {
  const between = one.getSourceFile().text.slice(one.getEnd(), other.getStart())
  return { kind: 'swap', start: one.getStart(), end: other.getEnd(), replacement: other.getText() + between + one.getText() }
}

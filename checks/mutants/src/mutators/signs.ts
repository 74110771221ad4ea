import ts from 'typescript'
import { replace, type Change, type Types } from '../change.js'

/** −x and !x without their sign, ++ ↔ −−. */
export function unary(node: ts.Node): Change[] {
  if (ts.isPostfixUnaryExpression(node)) return [flip(node, node.operand.getEnd())]
  if (!ts.isPrefixUnaryExpression(node)) return []
  const { operator, operand } = node
  if (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken) return [flip(node, node.getStart())]
  return [replace('sign', node, operand.getText())]
}

function flip(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, start: number): Change {
  return { kind: 'sign', start, end: start + 2, replacement: node.operator === ts.SyntaxKind.PlusPlusToken ? '--' : '++' }
}

/** A minus before a number that is returned or stored. */
export function results(node: ts.Node, types: Types): Change[] {
  const result = resultOf(node)
  if (result === undefined || !types.isNumber(result)) return []
  if (ts.isPrefixUnaryExpression(result) || ts.isNumericLiteral(result)) return []
  return [replace('sign', result, `-(${result.getText()})`)]
}

function resultOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isReturnStatement(node)) return node.expression
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return node.body
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) return node.right
  return undefined
}

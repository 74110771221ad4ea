import ts from 'typescript'
import { replace, type Change } from '../change.js'

/** How far a number that is not whole is moved: 0.05 %, what loose tolerances let pass. */
const OFF = 1.0005

/** A number more of memory than is used is no bug. */
export function isSizeOfMemory(node: ts.Node): boolean {
  return ts.isNewExpression(node.parent) && node.parent.expression.getText().endsWith('Array')
}

/** n → n + 1 for whole numbers, 0.05 % more for others, true ↔ false. */
export function constants(node: ts.Node): Change[] {
  if (ts.isNumericLiteral(node)) {
    if (isSizeOfMemory(node)) return []
    const value = Number(node.text)
    return [replace('constant', node, String(Number.isInteger(value) ? value + 1 : value * OFF))]
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace('constant', node, 'false')]
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replace('constant', node, 'true')]
  return []
}

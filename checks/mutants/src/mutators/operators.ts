import ts from 'typescript'
import { replace, type Change, type Types } from '../change.js'

const ARITHMETIC: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '>>': ['<<'],
  '+=': ['-=', '='],
  '-=': ['+=', '='],
  '*=': ['/=', '='],
  '/=': ['*=', '='],
}

/** The comparison with its boundary on the other side, and its negation. */
const COMPARISON: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
}

/** + ↔ −, × ↔ ÷, += without its accumulation, comparisons moved by their boundary and negated, and ↔ or. */
export function operators(node: ts.Node, types: Types): Change[] {
  if (!ts.isBinaryExpression(node)) return []
  const sign = node.operatorToken.getText()
  const numbers = types.isNumber(node.left) && types.isNumber(node.right)
  const others = COMPARISON[sign] ?? (numbers ? ARITHMETIC[sign] : undefined) ?? []
  return others.map((other) => replace('operator', node.operatorToken, other))
}

/** c ? a : b with c negated, and if (c) too, where no comparison in c is negated already. */
export function conditions(node: ts.Node): Change[] {
  const condition = ts.isConditionalExpression(node) ? node.condition : ts.isIfStatement(node) ? node.expression : undefined
  if (condition === undefined || ts.isPrefixUnaryExpression(condition)) return []
  if (ts.isBinaryExpression(condition) && condition.operatorToken.getText() in COMPARISON) return []
  return [replace('condition', condition, `!(${condition.getText()})`)]
}

/** max ↔ min, floor ↔ ceil, and |x| without its bars. */
export function mathFunctions(node: ts.Node): Change[] {
  if (!ts.isCallExpression(node)) return []
  const name = node.expression.getText()
  const other = { 'Math.max': 'Math.min', 'Math.min': 'Math.max', 'Math.floor': 'Math.ceil', 'Math.ceil': 'Math.floor' }[name]
  if (other !== undefined) return [replace('operator', node.expression, other)]
  const [argument] = node.arguments
  return name === 'Math.abs' && argument ? [replace('operator', node, `(${argument.getText()})`)] : []
}

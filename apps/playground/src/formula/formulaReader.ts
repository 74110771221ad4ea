import { create, isConstantNode, isFunctionNode, isOperatorNode, isParenthesisNode, isSymbolNode, parseDependencies, type MathNode } from 'mathjs/number'
import { constantNames, formulaLimits, isWithinNodes, type ConstantName, type Formula } from './formula.js'
import { FormulaError, type FormulaProblem } from './FormulaError.js'
import { functions, operations, type OperationName } from './operations.js'

const { parse } = create(parseDependencies ?? {}, {})

/** What the parser calls a sign, and what it is here. Other operators it knows, such as !, % or mod, are not formulas of z. */
const signs: ReadonlyMap<string, OperationName> = new Map([
  ['add', 'add'], ['subtract', 'subtract'], ['multiply', 'multiply'], ['divide', 'divide'], ['pow', 'pow'], ['unaryMinus', 'negate'],
] as const)
const functionNames: ReadonlyMap<string, OperationName> = new Map(functions.map((name) => [name, name]))
const constantsByName: ReadonlyMap<string, ConstantName> = new Map(constantNames.map((name) => [name, name]))

/**
 * The formula that a text stands for. The text is held to a length and to characters first, so that the parser, which knows far more than formulas, sees little;
 * of its tree only what is on the list of `operations` is taken over, and nothing of it is evaluated. Throws `FormulaError`.
 */
export function readFormula(text: string): Formula {
  if (text.trim() === '') throw new FormulaError('empty', { got: '' })
  if (text.length > formulaLimits.length) throw new FormulaError('tooLong', { got: String(text.length) })
  const stranger = /[^A-Za-z0-9 .+\-*/^(),]/u.exec(text)
  if (stranger) throw new FormulaError('character', { got: stranger[0], at: stranger.index })
  // A point is part of a number. Anywhere else the parser takes it for the property of something, or for a product of matrices.
  const point = /(?<![0-9])\.(?![0-9])|\.(?=[*/^A-Za-z])/.exec(text)
  if (point) throw new FormulaError('character', { got: '.', at: point.index })
  const formula = new Reader(text).formula(parsed(text), 1)
  if (!isWithinNodes(formula, formulaLimits.nodes)) throw new FormulaError('tooLarge', { got: '' })
  return formula
}

function parsed(text: string): MathNode {
  try {
    return parse(text)
  } catch (error) {
    // It counts characters from 1.
    const at = error instanceof Error && 'char' in error ? Math.min(text.length, Number(error.char)) - 1 : undefined
    throw new FormulaError('syntax', { got: at === undefined ? '' : text.slice(at, at + 1), at })
  }
}

/** Takes over what is allowed of the parser's tree. */
class Reader {
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  formula(node: MathNode, depth: number): Formula {
    if (depth > formulaLimits.depth) throw new FormulaError('tooDeep', { got: '' })
    if (isParenthesisNode(node)) return this.formula(node.content, depth)
    if (isConstantNode(node)) return this.number(node.value)
    if (isSymbolNode(node)) return this.symbol(node.name)
    if (isOperatorNode(node)) return this.sign(node.fn, node.op, node.args, depth)
    if (isFunctionNode(node)) return this.call(node.fn, node.args, depth)
    throw this.refusal('construct', node.type.replace(/Node$/, ''))
  }

  private number(value: unknown): Formula {
    if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value }
    throw this.refusal('number', String(value))
  }

  private symbol(name: string): Formula {
    if (name === 'z') return { kind: 'z' }
    const constant = constantsByName.get(name)
    if (constant) return { kind: 'constant', name: constant }
    throw this.refusal(functionNames.has(name) ? 'bareFunction' : 'name', name)
  }

  private sign(name: string, written: string, parts: readonly MathNode[], depth: number): Formula {
    const [first] = parts
    if (name === 'unaryPlus' && first) return this.formula(first, depth)
    const sign = signs.get(name)
    if (sign === undefined) throw this.refusal('construct', written)
    return this.operation(sign, parts, depth)
  }

  private call(callee: MathNode, parts: readonly MathNode[], depth: number): Formula {
    const written = isSymbolNode(callee) ? callee.name : ''
    const name = functionNames.get(written)
    // Whether 2^z(z + 1) has the bracket in its exponent is anybody's guess.
    if (name === undefined) throw this.refusal(written === 'z' || constantsByName.has(written) ? 'product' : 'name', written)
    const count = operations[name].arguments
    if (parts.length === count) return this.operation(name, parts, depth)
    const [first, second, ...others] = parts
    if ((name !== 'max' && name !== 'min') || !first || !second) throw this.refusal('arguments', name)
    // The largest of three is the larger of the first two, or the third.
    return others.reduce<Formula>((so, part) => ({ kind: 'operation', name, of: [so, this.formula(part, depth + 1)] }), this.operation(name, [first, second], depth))
  }

  private operation(name: OperationName, parts: readonly MathNode[], depth: number): Formula {
    return { kind: 'operation', name, of: parts.map((part) => this.formula(part, depth + 1)) }
  }

  /** The parser does not say where things are; the first place where it is written is where a reader looks. */
  private refusal(problem: FormulaProblem, got: string): FormulaError {
    const at = got === '' ? -1 : this.text.indexOf(got)
    return new FormulaError(problem, { got, at: at < 0 ? undefined : at })
  }
}

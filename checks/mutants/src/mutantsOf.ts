import ts from 'typescript'
import { type Change, type Mutator, type Types } from './change.js'
import { mutated, type Mutant } from './mutant.js'
import { argumentSwaps } from './mutators/argumentSwaps.js'
import { constants } from './mutators/constants.js'
import { indices } from './mutators/indices.js'
import { loops } from './mutators/loops.js'
import { conditions, mathFunctions, operators } from './mutators/operators.js'
import { removals } from './mutators/removals.js'
import { results, unary } from './mutators/signs.js'
import { transposes } from './mutators/transposes.js'

const MUTATORS: readonly Mutator[] = [operators, conditions, mathFunctions, unary, results, constants, indices, loops, transposes, argumentSwaps, removals]

/**
 * Every mutant of a source file, in the order of its text: one change each, no two alike. Left alone are types, imports, the
 * texts of messages, what makes an error, and guards, the calls of a function named `require…`: they are no formulas, and the
 * tests of errors say what they must be.
 */
export function mutantsOf(source: ts.SourceFile, file: string, types: Types): Mutant[] {
  const seen = new Set<string>()
  const mutants: Mutant[] = []
  const add = (change: Change, inside: string) => {
    const key = `${change.start} ${change.end} ${change.replacement}`
    if (seen.has(key)) return
    seen.add(key)
    mutants.push({ ...change, file, inside, ...lines(source, change) })
  }
  const visit = (node: ts.Node, inside: string): void => {
    if (isNoFormula(node)) return
    const named = nameOfFunction(node) ?? inside
    for (const mutator of MUTATORS) for (const change of mutator(node, types)) add(change, named)
    ts.forEachChild(node, (child) => visit(child, named))
  }
  visit(source, '')
  return mutants.sort((one, other) => one.start - other.start || one.end - other.end)
}

function isNoFormula(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isThrowStatement(node) || ts.isTemplateExpression(node)) return true
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return /^require[A-Z]/.test(node.expression.expression.getText())
  return ts.isNewExpression(node) && node.expression.getText().endsWith('Error')
}

function nameOfFunction(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isGetAccessor(node)) return node.name?.getText()
  if (!ts.isArrowFunction(node)) return undefined
  const { parent } = node
  return ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent) ? parent.name.getText() : undefined
}

function lines(source: ts.SourceFile, change: Change): Pick<Mutant, 'line' | 'before' | 'after'> {
  const { text } = source
  const from = text.lastIndexOf('\n', change.start - 1) + 1
  const end = text.indexOf('\n', change.end)
  const to = end === -1 ? text.length : end
  const changed = mutated(text, change).slice(from, to + change.replacement.length - (change.end - change.start))
  const oneLine = (part: string) => part.trim().replace(/\s*\n\s*/g, ' ')
  return { line: source.getLineAndCharacterOfPosition(change.start).line + 1, before: oneLine(text.slice(from, to)), after: oneLine(changed) }
}

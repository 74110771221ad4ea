import { expect, it } from 'vitest'
import { compile } from './compile.js'
import { FormulaError, type FormulaProblem } from './FormulaError.js'
import { readFormula } from './formulaReader.js'

const at = (text: string, z: number) => compile(readFormula(text))(z)

it.each<readonly [text: string, z: number, value: number]>([
  ['z', 2, 2],
  ['-z^2', 3, -9],
  ['2^3^z', 2, 512],
  ['2z*(z+1)', 3, 24],
  ['.5z + 1.', 4, 3],
  ['1 - 2 - z', 3, -4],
  ['8/2/z', 2, 2],
  ['max(0, z, 1)', -3, 1],
  ['min(0, z, 1)', -3, -3],
  ['step(z)', 0, 0],
  ['pow(z, 3)', -2, -8],
  ['+z', 5, 5],
  ['e^z - exp(z) + pi', 1, Math.PI],
  ['sigmoid(z)', 800, 1],
  ['softplus(z)', -800, 0],
])('%s at %d is %d', (text, z, value) => expect(at(text, z)).toBeCloseTo(value, 12))

it('what is no number stays none, also where there is no z', () => {
  for (const text of ['1', 'z^0', 'max(0,z)', 'step(z)', 'sign(z)']) expect(at(text, NaN), text).toBeNaN()
})

it.each<readonly [text: string, problem: FormulaProblem, got: string, at: number | undefined]>([
  ['', 'empty', '', undefined],
  ['z'.repeat(201), 'tooLong', '201', undefined],
  ['z > 0', 'character', '>', 2],
  ['z=1', 'character', '=', 1],
  ['exp.z', 'character', '.', 3],
  ['exp(-z', 'syntax', '', 5],
  ['z + * 2', 'syntax', '*', 4],
  ['1e999', 'number', 'Infinity', undefined],
  ['2*x', 'name', 'x', 2],
  ['gelu(z)', 'name', 'gelu', 0],
  ['2z(z + 1)', 'product', 'z', 1],
  ['exp z', 'bareFunction', 'exp', 0],
  ['z mod 2', 'construct', 'mod', 2],
  ['z + log(z, 2)', 'arguments', 'log', 4],
  ['exp('.repeat(30) + 'z' + ')'.repeat(30), 'tooDeep', '', undefined],
  [Array(51).fill('z').join('+'), 'tooDeep', '', undefined],
  [`${'(z+z+z+z)*'.repeat(14)}z`, 'tooLarge', '', undefined],
])('%s is refused: %s', (text, problem, got, place) => {
  let refusal: unknown
  try {
    readFormula(text)
  } catch (error) {
    refusal = error
  }
  expect(refusal).toBeInstanceOf(FormulaError)
  if (!(refusal instanceof FormulaError)) return
  expect(refusal.problem).toBe(problem)
  if (problem !== 'syntax') expect([refusal.got, refusal.at]).toEqual([got, place])
  else expect(refusal.at).toBe(place)
})

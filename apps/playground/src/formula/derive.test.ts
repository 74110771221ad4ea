import { checkActivation } from '@nablajs/activations/conformance'
import fc from 'fast-check'
import { all, create } from 'mathjs'
import { expect, it } from 'vitest'
import { activationOfFormula } from './activationOfFormula.js'
import { compile } from './compile.js'
import { derive } from './derive.js'
import { formulaLimits, isWithinNodes, type Formula } from './formula.js'
import { readFormula } from './formulaReader.js'
import { functions, operations, signs, type OperationName } from './operations.js'

const leaf: fc.Arbitrary<Formula> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Formula>({ kind: 'z' }) },
  { weight: 1, arbitrary: fc.integer({ min: -4, max: 4 }).map<Formula>((value) => ({ kind: 'number', value: value / 2 })) },
  { weight: 1, arbitrary: fc.constantFrom<Formula>({ kind: 'constant', name: 'pi' }, { kind: 'constant', name: 'e' }) },
)
const name: fc.Arbitrary<OperationName> = fc.constantFrom(...signs, ...functions)
const formulas: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4 },
    leaf,
    name.chain((chosen) => fc.tuple(...Array.from({ length: operations[chosen].arguments }, () => tie('formula'))).map<Formula>((of) => ({ kind: 'operation', name: chosen, of }))),
  ),
})).formula

/** Never a round number: at those lie most kinks, where a difference is the mean of two slopes. */
const places = fc.integer({ min: -3000, max: 3000 }).map((thousandths) => thousandths / 1000 + 0.000377)

/** Central differences with two steps: where they disagree there is a kink, a pole or rounding, and nothing can be said. */
function slopeAt(f: (z: number) => number, z: number): number | undefined {
  const slope = (h: number) => (f(z + h) - f(z - h)) / (2 * h)
  const [coarse, fine] = [slope(2e-4), slope(1e-4)]
  const scale = Math.max(1, Math.abs(fine), Math.abs(f(z)))
  return scale < 1e6 && Math.abs(coarse - fine) <= 1e-6 * scale ? fine : undefined
}

it('is the derivative of any formula, wherever differences can tell', () => {
  let told = 0
  fc.assert(
    fc.property(formulas, places, (formula, z) => {
      const [f, fPrime] = [compile(formula), compile(derive(formula))]
      const slope = slopeAt(f, z)
      const derivative = fPrime(z)
      if (slope === undefined || Number.isNaN(derivative)) return
      told++
      expect(Math.abs(derivative - slope)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(slope), Math.abs(f(z))))
    }),
    { numRuns: 5000 },
  )
  expect(told).toBeGreaterThan(2000)
})

it('is NaN hardly ever where the formula is smooth', () => {
  let [smooth, none] = [0, 0]
  fc.assert(
    fc.property(formulas, places, (formula, z) => {
      if (slopeAt(compile(formula), z) === undefined) return
      smooth++
      if (Number.isNaN(compile(derive(formula))(z))) none++
    }),
    { numRuns: 3000 },
  )
  expect(none / smooth).toBeLessThan(0.05)
})

it.each(['exp(z)', 'z^3', '1/(1+exp(-z))', 'z/(1+exp(-z))', 'tanh(z)*z', 'atan(z^2)', 'log(1+z^2)', 'sin(z)/z', 'z^z', '2^z', 'sqrt(z^2+1)', 'asinh(sinh(z)+cosh(z))'])(
  'agrees with the derivative of a computer algebra system: %s',
  (text) => {
    const { derivative } = create(all ?? {}, {})
    const other = derivative(text, 'z')
    const own = compile(derive(readFormula(text)))
    for (const z of [0.3, 1, 2.5]) expect(own(z)).toBeCloseTo(Number(other.evaluate({ z })), 10)
  },
)

it.each(functions)('%s has its derivative, alone and within', (name) => {
  const call = operations[name].arguments === 1 ? `${name}(u)` : `${name}(u, 0.7)`
  for (const inner of ['z', '0.5z^2 + 1', '1.3 + sin(z)/2']) {
    const text = call.replace(/\bu\b/, inner)
    const [f, fPrime] = [compile(readFormula(text)), compile(derive(readFormula(text)))]
    for (const z of [0.31, 1.17, 1.4]) expect(fPrime(z), `${text} at ${z}`).toBeCloseTo((f(z + 1e-6) - f(z - 1e-6)) / 2e-6, 5)
  }
})

it('the largest formulas have a derivative within its bound, or are refused', () => {
  const tower = readFormula(Array(29).fill('z').join('^'))
  expect(isWithinNodes(derive(tower), formulaLimits.derivativeNodes)).toBe(true)
  expect(() => derive(readFormula(`max(${Array(50).fill('z').join(',')})`))).toThrow('derivativeTooLarge')
})

it.each(['sigmoid(z)', 'tanh(z)', 'z*sigmoid(z)', 'softplus(z)', 'max(0, z)', 'max(0.1z, z)', 'z/(1+abs(z))', 'atan(z)', 'asinh(z)', 'abs(z)', 'sin(z)', 'min(1, max(-1, z))'])('%s keeps the contract of activations', (text) => {
  expect(checkActivation(activationOfFormula(text).activation).findings).toEqual([])
})

it('one whose e^(−z) overflows does not, and a step does not: the kit says where', () => {
  expect(() => checkActivation(activationOfFormula('1/(1+exp(-z))').activation)).toThrow(/NaN|tail|digits/)
  expect(() => checkActivation(activationOfFormula('step(z)').activation)).toThrow('σ jumps')
})

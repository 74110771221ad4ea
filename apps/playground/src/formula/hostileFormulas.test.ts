import { expect, it } from 'vitest'
import { activationOfFormula } from './activationOfFormula.js'
import { FormulaError, formulaProblems } from './FormulaError.js'
import { formulaText } from './formulaText.js'
import { hostileFormulas } from './hostileFormulas.js'

const hostile = hostileFormulas()
const POINTS = [-1e4, -3, -0.5, 0, 1, 20, 1e4, NaN, Infinity]

/** A refusal of a kind that the page has words for, or a number of each point. Anything else is thrown. */
function answer(text: string): FormulaError | readonly number[] {
  try {
    const { activation } = activationOfFormula(text)
    return POINTS.flatMap((z) => [activation.f(z), activation.fPrime(z, activation.f(z))])
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
}

it('there are more than 500 of them', () => expect(hostile.length).toBeGreaterThan(500))

it('each is refused by a known name, at a place that is in the text, or is a function that gives numbers', () => {
  let refused = 0
  for (const text of hostile) {
    const answered = answer(text)
    if (!(answered instanceof FormulaError)) {
      expect(answered.every((value) => typeof value === 'number'), text).toBe(true)
      continue
    }
    refused++
    expect(formulaProblems).toContain(answered.problem)
    if (answered.at !== undefined) expect(text.slice(answered.at), text).toContain(answered.got)
  }
  expect(refused).toBeGreaterThan(400)
})

it('each is answered within 50 ms, the quickest of three tries', () => {
  const slow = hostile.filter((text) => {
    const times = [1, 2, 3].map(() => {
      const start = performance.now()
      answer(text)
      return performance.now() - start
    })
    return Math.min(...times) > 50
  })
  expect(slow.map((text) => text.slice(0, 60))).toEqual([])
})

it('nothing is reached that is not a formula', () => {
  for (const text of ['z.constructor', 'constructor', '__proto__', 'toString(z)', 'import(z)', 'evaluate(z)', 'a=z', 'f(x)=x', 'z[1]', '"z"', 'z!', 'z>0', 'range(1,1e8)', 'z to z', 'z mod 2', '5 cm']) expect(answer(text), text).toBeInstanceOf(FormulaError)
})

it('what the field holds can always be written into a link and is never longer than a formula', () => {
  for (const text of hostile) {
    const held = formulaText(text)
    expect(held.length).toBeLessThanOrEqual(200)
    expect(new URLSearchParams(`formula=${encodeURIComponent(held)}`).get('formula')).toBe(held)
  }
})

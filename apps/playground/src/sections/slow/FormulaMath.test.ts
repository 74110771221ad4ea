import { isValidElement } from 'preact'
import { expect, it } from 'vitest'
import { readFormula } from '../../formula/formulaReader.js'
import { FormulaMath } from './FormulaMath.js'

/** The text of what is drawn, with exponents and fractions marked. */
function textOf(drawn: unknown): string {
  if (Array.isArray(drawn)) return drawn.map(textOf).join('')
  if (typeof drawn === 'string' || typeof drawn === 'number') return String(drawn)
  if (!isValidElement(drawn)) return ''
  const { type, props } = drawn
  const inner: unknown = props.children
  const parts = Array.isArray(inner) ? inner.map(textOf) : [textOf(inner)]
  if (type === 'msup') return parts.join('^')
  return type === 'mfrac' ? `[${parts.join('/')}]` : parts.join('')
}

it.each([
  ['z - (1 - z)', 'z−(1−z)'],
  ['z - 1 - z', 'z−1−z'],
  ['z + -2', 'z+(−2)'],
  ['-(z + 1)', '−(z+1)'],
  ['(-z)^2', '(−z)^2'],
  ['-z^2', '−z^2'],
  ['exp(z)^2', '(e^z)^2'],
  ['(z/2)^2', '([z/2])^2'],
  ['2z*(z + 1)', '2\u2062z·(z+1)'],
  ['z/(1 + exp(-z))', '[z/1+e^−z]'],
  ['max(0, -z)', 'max(0,−z)'],
  ['sigmoid(pi*z)', 'σ(π·z)'],
  ['abs(z) + sqrt(z + 1)', '|z|+z+1'],
])('%s is drawn %s', (text, drawn) => expect(textOf(FormulaMath({ of: readFormula(text) }))).toBe(drawn))

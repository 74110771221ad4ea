import type { ComponentChildren } from 'preact'
import type { Formula } from '../../formula/formula.js'
import type { OperationName } from '../../formula/operations.js'
import { formatNumber } from '../../number/formatNumber.js'

/** How tightly an operation binds: what binds less than its place asks for stands in parentheses. */
const SUM = 1
const MINUS = 2
const PRODUCT = 3
const FRACTION = 4
const POWER = 5
const ATOM = 6
const bindings: Readonly<Partial<Record<OperationName, number>>> = { add: SUM, subtract: SUM, negate: MINUS, multiply: PRODUCT, divide: FRACTION, pow: POWER, exp: POWER }

/** A formula of z as MathML: fractions, powers and roots as they are written by hand. */
export function FormulaMath({ of }: { readonly of: Formula }) {
  return <mrow>{drawn(of, 0)}</mrow>
}

function drawn(formula: Formula, least: number): ComponentChildren {
  const inner = bare(formula)
  return bindingOf(formula) < least ? <mrow><mo>(</mo>{inner}<mo>)</mo></mrow> : inner
}

function bindingOf(formula: Formula): number {
  if (formula.kind === 'number') return formula.value < 0 ? MINUS : ATOM
  if (formula.kind !== 'operation') return ATOM
  return bindings[formula.name] ?? ATOM
}

function bare(formula: Formula): ComponentChildren {
  if (formula.kind === 'z') return <mi>z</mi>
  if (formula.kind === 'constant') return <mi>{formula.name === 'pi' ? 'π' : 'e'}</mi>
  if (formula.kind === 'number') return numberDrawn(formula.value)
  const { name } = formula
  const [u, v] = formula.of
  if (u === undefined) return null
  switch (name) {
    case 'negate':
      return <mrow><mo>−</mo>{drawn(u, PRODUCT)}</mrow>
    case 'sqrt':
      return <msqrt>{drawn(u, 0)}</msqrt>
    case 'exp':
      return <msup><mi>e</mi><mrow>{drawn(u, 0)}</mrow></msup>
    case 'abs':
      return <mrow><mo>|</mo>{drawn(u, 0)}<mo>|</mo></mrow>
  }
  if (v === undefined) return called(name, [u])
  switch (name) {
    case 'add':
      return <mrow>{drawn(u, SUM)}<mo>+</mo>{drawn(v, PRODUCT)}</mrow>
    case 'subtract':
      return <mrow>{drawn(u, SUM)}<mo>−</mo>{drawn(v, PRODUCT)}</mrow>
    case 'multiply':
      return <mrow>{drawn(u, PRODUCT)}<mo>{u.kind === 'number' && v.kind !== 'number' ? '\u2062' : '·'}</mo>{drawn(v, PRODUCT)}</mrow>
    case 'divide':
      return <mfrac><mrow>{drawn(u, 0)}</mrow><mrow>{drawn(v, 0)}</mrow></mfrac>
    case 'pow':
      return <msup><mrow>{drawn(u, ATOM)}</mrow><mrow>{drawn(v, 0)}</mrow></msup>
    default:
      return called(name, [u, v])
  }
}

function called(name: string, of: readonly Formula[]): ComponentChildren {
  return (
    <mrow>
      <mi>{name === 'sigmoid' ? 'σ' : name}</mi>
      <mo>(</mo>
      {of.map((part, i) => [i > 0 && <mo>,</mo>, drawn(part, 0)])}
      <mo>)</mo>
    </mrow>
  )
}

function numberDrawn(value: number): ComponentChildren {
  const size = Math.abs(value)
  const plain = <mn>{String(size).length <= 6 ? String(size) : formatNumber(size)}</mn>
  return value < 0 ? <mrow><mo>−</mo>{plain}</mrow> : plain
}

import type { ElementwiseActivation } from '../activation.js'
import type { Findings } from './findings.js'

/** Sizes at which formulas break: the smallest numbers, saturation in both types, overflow of e^z in both, the largest numbers. */
const SIZES = [0, 5e-324, 1e-45, 1e-8, 17, 37, 88.7, 104, 709.8, 745.2, 1e4, 1e16, 1e300, Number.MAX_VALUE]
/** So many halvings lead from the largest number to a neighbour of any other. */
const HALVINGS = 1100
/** A function that passes the largest number has been above this just before. */
const NEARLY_INFINITE = 1e290

/**
 * σ and σ′ at extremes: numbers everywhere, the same at 0 and −0, finite wherever mathematics is, NaN for NaN and nothing
 * else (a constant σ′ may stay what it is), the same for the same input twice.
 *
 * Shapes: scalar.
 */
export function checkExtremes(activation: ElementwiseActivation, findings: Findings): void {
  const { f, fPrime, complex } = activation
  const functions = { 'σ': f, 'σ′': (z: number) => fPrime(z, f(z)) }
  for (const [name, g] of Object.entries(functions)) {
    for (const z of SIZES.flatMap((size) => [-size, size])) {
      const value: unknown = g(z)
      const shown = `${name}(${Object.is(z, -0) ? '−0' : z})`
      if (typeof value !== 'number') findings.add('not a number', `${shown} is ${value === null ? 'null' : typeof value}`)
      else if (Number.isNaN(value)) findings.add('NaN where mathematics is finite', `${shown} = NaN`)
      else if (!Number.isFinite(value)) checkOverflow(name, g, z, findings)
    }
    if (g(0) !== g(-0)) findings.add('0 and −0 differ', `${name}(0) = ${g(0)}, ${name}(−0) = ${g(-0)}`)
    const constant = g === functions['σ′'] && SIZES.every((z) => g(z) === g(0) && g(-z) === g(0))
    if (!constant && !Number.isNaN(g(NaN))) findings.add('NaN is swallowed', `${name}(NaN) = ${g(NaN)}, expected NaN`)
    for (const z of [-Infinity, Infinity]) {
      const [limit, value] = [g(Math.sign(z) * Number.MAX_VALUE), g(z)]
      if (Number.isFinite(value) && Number.isFinite(limit) && Math.abs(value - limit) > 1e-9 * Math.max(1, Math.abs(limit)))
        findings.add('wrong at infinity', `${name}(${z}) = ${value}, its limit is ${limit}`)
    }
    for (const z of [-1.5, 0.25, 3]) {
      const first = g(z)
      g(-z)
      if (!Object.is(g(z), first)) findings.add('keeps state', `${name}(${z}) is ${first} at first and then ${g(z)}`)
    }
  }
  if (complex && !complex(NaN, 0).some(Number.isNaN)) {
    findings.add(
      'NaN is swallowed',
      `complex(NaN, 0) = ${complex(NaN, 0).join(' + i ')}, expected NaN`,
    )
  }
}

function checkOverflow(name: string, g: (z: number) => number, z: number, findings: Findings): void {
  let [finite, infinite] = [0, z]
  for (let step = 0; step < HALVINGS; step++) {
    const middle = finite / 2 + infinite / 2
    if (Number.isFinite(g(middle))) finite = middle
    else infinite = middle
  }
  if (Math.abs(g(finite)) < NEARLY_INFINITE) {
    findings.add(
      'infinite where mathematics is finite',
      `${name}(${z}) = ${g(z)}, although ${name}(${finite}) = ${g(finite)}`,
    )
  }
}

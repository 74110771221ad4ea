import fc from 'fast-check'
import { expect, it } from 'vitest'
import { activations } from '../../engine/names.js'
import { quantitiesOf } from '../../engine/quantities.js'
import { arithmetic, type Part } from './arithmetic.js'
import { traceOf } from './traceOf.js'

const size = fc.integer({ min: 1, max: 5 })
const inputs = fc.record({ sizes: fc.array(size, { minLength: 2, maxLength: 5 }), seed: fc.integer({ min: 0, max: 999 }), row: size, column: size })

/** The sides of a line, each worked out: products before sums, parentheses first; σ( stands for the activation. */
function sides(parts: readonly Part[], sigma: (z: number) => number): number[] {
  const all: Part[][] = [[]]
  for (const part of parts) {
    if (part === '=') all.push([])
    else all.at(-1)?.push(part)
  }
  return all.map((side) => {
    let at = 0
    const factor = (): number => {
      const part = side[at++]
      if (typeof part === 'object') return part.value
      const inner = sum()
      at++
      return part === 'σ(' ? sigma(inner) : inner
    }
    const product = (): number => {
      let total = factor()
      for (; side[at] === '·'; total *= factor()) at++
      return total
    }
    const sum = (): number => {
      let total = product()
      for (;;) {
        const sign = side[at]
        if (sign !== '+' && sign !== '−') return total
        at++
        total += sign === '+' ? product() : -product()
      }
    }
    return sum()
  })
}

it('every line of numbers is true: each side of each equality comes to the same, on any net, at any neuron', () => {
  fc.assert(
    fc.property(inputs, ({ sizes, seed, row, column }) => {
      const input = { sizes, seed, activation: 'tanh', x: sizes.slice(0, 1).flatMap((n) => Array.from({ length: n }, (_, k) => k - 1)), y: Array.from({ length: sizes.at(-1) ?? 1 }, () => 0.5), netCost: 'quadratic', changes: new Map<string, number>() } as const
      for (const step of traceOf(input, 0.7).steps) {
        const j = Math.min(row, step.result.matrix.length)
        const k = Math.min(column, step.result.matrix[0]?.length ?? 1)
        const [left, ...others] = sides(arithmetic(step, { j, k }), activations.tanh.f)
        for (const other of others) expect(other).toBeCloseTo(left ?? NaN, 12)
        expect(others.length > 0 || step.name === 'input').toBe(true)
      }
    }),
  )
})

it('a number that lights up with a quantity is that quantity, to the bit, or its σ′ or ∂C/∂a', () => {
  const input = { sizes: [3, 4, 2], seed: 208, activation: 'sigmoid', x: [0.9, -0.4, 0.6], y: [1, 0], netCost: 'quadratic', changes: new Map<string, number>() } as const
  const quantities = quantitiesOf(input)
  for (const step of traceOf(input, 0.5).steps) {
    const derived = step.operands.filter(({ kind }) => kind === 'sigmaPrime' || kind === 'nablaA').flatMap(({ matrix }) => matrix.flat())
    for (const part of arithmetic(step, { j: 2, k: 1 })) {
      if (typeof part === 'object' && part.of !== undefined && !derived.includes(part.value)) expect(part.value, `${step.name}, ${part.of}`).toBe(quantities.get(part.of))
    }
  }
})

it('where cross-entropy meets a flat sigmoid, the product that is written is not the error, and the line says so', () => {
  const flat = { sizes: [1, 1], seed: 1, activation: 'sigmoid', x: [0], y: [0], netCost: 'crossEntropy' } as const
  const lineOf = (bias: number) => arithmetic(traceOf({ ...flat, changes: new Map([['b:2:1', bias]]) }, 1).steps[3]!, { j: 1, k: 1 })
  expect(lineOf(40)).toContain('≠')
  expect(lineOf(40).at(-1)).toMatchObject({ value: 1 })
  expect(lineOf(1)).toContain('=')
})

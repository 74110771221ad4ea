import type { Matrix } from '@nablajs/linalg'
import { backprop, gradientFor, type Batch } from '@nablajs/backprop'
import { engineGradient, engineProblem } from './engine.js'
import { at } from './oracle/at.js'
import type { Problem } from './oracle/problem.js'

/** Columns in a net's arena that the minibatch leaves unused. */
const UNUSED = 3

/** What another order of summing may change, relative to what was summed: a few roundings of float64. */
const REORDERED = 32 * Number.EPSILON

/**
 * What must hold of any gradient, besides being right; what does not is returned in words.
 *
 * The same call gives the same bits, with the unused arena and `out` full of NaN too; its inputs are as they were; with the
 * columns permuted every δ is permuted, to the bit, and the gradient is the same to rounding; the mean of a split minibatch
 * is that of the whole, to rounding.
 *
 * Shapes: none.
 */
export function brokenInvariants(problem: Problem): string[] {
  const broken: string[] = []
  const m = problem.inputs.length
  const put = engineProblem(problem, { maxBatch: m + UNUSED })
  const { net, cost, X, Y, weights } = put
  const given = [net.parameters, X.data, Y.data, weights ?? []].map((numbers) => Float64Array.from(numbers))
  const first = engineGradient(put)
  const delta = deltas(net)

  if (!same(engineGradient(put).flat, first.flat)) broken.push('the same call gave other bits')

  poison(net.batch(m + UNUSED))
  net.gradient.flat.fill(NaN)
  const out = gradientFor(net)
  out.flat.fill(NaN)
  const poisoned = backprop(net, cost, X, Y, weights ? { weights, out } : { out })
  const asFirst = same(poisoned.flat, first.flat) && same([poisoned.cost], [first.cost])
  if (!asFirst) broken.push('unused memory full of NaN changed the result')

  const after = [net.parameters, X.data, Y.data, weights ?? []]
  if (!given.every((numbers, i) => same(numbers, at(after, i)))) broken.push('an input was changed')
  net.close()

  // Rotated by one: no column keeps its place, nor its place within a block of a product.
  const order = Array.from({ length: m }, (_, i) => (i + 1) % m)
  const turned = engineProblem(chosen(problem, order))
  const permuted = engineGradient(turned)
  const permutedDelta = deltas(turned.net)
  for (let l = 2; l <= net.L; l++) {
    const rows = at(net.sizes, l - 1)
    order.forEach((from, to) => {
      const kept = at(delta, l).slice(from * rows, (from + 1) * rows)
      const moved = at(permutedDelta, l).slice(to * rows, (to + 1) * rows)
      if (!same(moved, kept)) broken.push(`δ^${l} of sample ${from} has other bits in column ${to}`)
    })
  }
  turned.net.close()

  // What is summed: |gradients| of the samples alone, which also bounds what cancels between them.
  const alone = order.map((i) => {
    const single = engineProblem(chosen(problem, [i]))
    const { flat } = engineGradient(single)
    single.net.close()
    return flat
  })
  const near = (numbers: ArrayLike<number>) =>
    Array.from(numbers).every((x, p) => {
      const size = alone.reduce((sum, flat) => sum + Math.abs(at(flat, p)), 0) / m
      return Math.abs(x - at(first.flat, p)) <= REORDERED * size + Number.MIN_VALUE * m
    })
  if (!near(permuted.flat)) broken.push('permuted columns changed the gradient')
  const mean = Array.from(first.flat, (_, p) => alone.reduce((sum, flat) => sum + at(flat, p), 0) / m)
  if (!near(mean)) broken.push('the mean of single samples is not the gradient of the minibatch')
  if (m > 1) {
    const half = Math.ceil(m / 2)
    const parts = [range(0, half), range(half, m)].map((samples) => {
      const part = engineProblem(chosen(problem, samples))
      const { flat } = engineGradient(part)
      part.net.close()
      return Array.from(flat, (x) => (x * samples.length) / m)
    })
    if (!near(at(parts, 0).map((x, p) => x + at(at(parts, 1), p)))) broken.push('a split minibatch has another gradient')
  }
  return broken
}

function chosen(problem: Problem, samples: readonly number[]): Problem {
  const { weights } = problem
  return {
    ...problem,
    inputs: samples.map((i) => at(problem.inputs, i)),
    targets: samples.map((i) => at(problem.targets, i)),
    ...(weights ? { weights: samples.map((i) => at(weights, i)) } : {}),
  }
}

/** Copies of δ^l of the last call, filled at 2 … L. */
function deltas({ delta, L }: { readonly delta: readonly Matrix[]; readonly L: number }): Float64Array[] {
  const copies: Float64Array[] = [new Float64Array(), new Float64Array()]
  for (let l = 2; l <= L; l++) copies[l] = Float64Array.from(at(delta, l).data)
  return copies
}

function poison({ a, z, delta, y, omega }: Batch): void {
  for (const matrices of [a, z, delta]) matrices.forEach((matrix) => matrix.data.fill(NaN))
  y.data.fill(NaN)
  omega.data.fill(NaN)
}

/** Equal as Object.is has it: −0 is not 0. */
function same(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  return one.length === other.length && Array.from(one).every((x, i) => Object.is(x, other[i]))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

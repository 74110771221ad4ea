import { softplus } from './activate.js'
import { at } from './at.js'
import { exp, log, minus, ONE, plus, real, scaled, sum, times, type Complex } from './complex.js'
import type { CostName, Layer } from './problem.js'

/**
 * C_x of one sample on complex numbers, by its definition.
 *
 * Cross-entropy on a sigmoid and log-likelihood on softmax are written in z, as (1 − y) log(1 + e^z) + y log(1 + e^(−z)) and
 * Σ_j y_j log Σ_k e^(z_k − z_j): through a they lose every digit where a rounds to 1.
 *
 * Of absolute and huber on softmax, whose outputs sum to 1, the leading output's own slope is taken off every output: where all
 * residuals have one sign the cost is constant, and a sum of ±a_k would leave the rounding of the largest.
 *
 * Shapes: z, a and y n_L numbers.
 */
export function costOf(cost: CostName, output: Layer, z: readonly Complex[], a: readonly Complex[], y: readonly number[]): Complex {
  if (cost === 'logLikelihood' && output.activation === 'softmax') {
    return sum(z.map((zj, j) => scaled(at(y, j), log(sum(z.map((zk) => exp(minus(zk, zj))))))))
  }
  const common = output.activation === 'softmax' ? slopeOfLeader(cost, a, y) : 0
  if (common !== 0) return plus(real(common), sum(a.map((aj, j) => withoutSlope(cost, aj, at(y, j), common))))
  return sum(
    a.map((aj, j) => {
      const activation = output.own.get(j) ?? output.activation
      if (cost === 'crossEntropy' && activation === 'sigmoid') return crossEntropyOfSigmoid(at(z, j), at(y, j))
      return PER_NEURON[cost](aj, at(y, j))
    }),
  )
}

/** What one output neuron adds to each cost. */
const PER_NEURON: Readonly<Record<CostName, (a: Complex, y: number) => Complex>> = {
  quadratic(a, y) {
    const r = minus(a, real(y))
    return scaled(0.5, times(r, r))
  },
  crossEntropy: (a, y) => scaled(-1, plus(scaled(y, log(a)), scaled(1 - y, log(minus(ONE, a))))),
  logLikelihood: (a, y) => scaled(-y, log(a)),
  huber(a, y) {
    const r = minus(a, real(y))
    return linearSlope('huber', a, y) === 0 ? scaled(0.5, times(r, r)) : minus(magnitude(r), real(0.5))
  },
  absolute: (a, y) => magnitude(minus(a, real(y))),
}

/** ±1 where what an output adds to the cost is a straight line in a, 0 where it is not. */
function linearSlope(cost: CostName, a: Complex, y: number): -1 | 0 | 1 {
  const r = a.re - y
  if (cost === 'absolute' || (cost === 'huber' && Math.abs(r) > 1)) return r < 0 ? -1 : 1
  return 0
}

function slopeOfLeader(cost: CostName, a: readonly Complex[], y: readonly number[]): number {
  const largest = Math.max(...a.map(({ re }) => re))
  const leader = a.findIndex(({ re }) => re === largest)
  return linearSlope(cost, at(a, leader), at(y, leader))
}

/** What an output adds to the cost, less s·a: on a line of slope s' that is (s' − s) a and a constant. */
function withoutSlope(cost: CostName, a: Complex, y: number, s: number): Complex {
  const own = linearSlope(cost, a, y)
  if (own === 0) return minus(PER_NEURON[cost](a, y), scaled(s, a))
  return plus(scaled(own - s, a), real(-own * y - (cost === 'huber' ? 0.5 : 0)))
}

function crossEntropyOfSigmoid(z: Complex, y: number): Complex {
  return plus(scaled(1 - y, softplus(z)), scaled(y, softplus(scaled(-1, z))))
}

/** |r| of a number near the real axis: ±r, by its side. */
function magnitude(r: Complex): Complex {
  return r.re < 0 ? scaled(-1, r) : r
}

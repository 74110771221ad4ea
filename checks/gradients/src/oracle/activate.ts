import { exp, expm1, log1p, minus, ONE, over, plus, real, scaled, sum, times, ZERO, type Complex } from './complex.js'
import { normalDistribution } from './normalDistribution.js'
import type { ElementwiseName, Layer } from './problem.js'

/**
 * a = σ(z) of a layer on complex numbers, by its definition, written so that no digit of a small imaginary part is lost.
 * A branch is chosen by the real part.
 *
 * Shapes: z and the result n_l numbers.
 */
export function activate({ activation, own }: Pick<Layer, 'activation' | 'own'>, z: readonly Complex[]): Complex[] {
  if (activation === 'softmax') return softmax(z)
  return z.map((zj, j) => SIGMA[own.get(j) ?? activation](zj))
}

/** Each elementwise σ. */
const SIGMA: Readonly<Record<ElementwiseName, (z: Complex) => Complex>> = {
  linear: (z) => z,
  sigmoid: (z) => (z.re < 0 ? over(exp(z), plus(ONE, exp(z))) : over(ONE, plus(ONE, exp(scaled(-1, z))))),
  tanh(z) {
    // (e^(2z) − 1)/(e^(2z) + 1), of the sign that cannot overflow.
    if (z.re > 0) return scaled(-1, SIGMA.tanh(scaled(-1, z)))
    const e = expm1(scaled(2, z))
    return over(e, plus(real(2), e))
  },
  relu: (z) => (z.re > 0 ? z : ZERO),
  leakyRelu: (z) => (z.re > 0 ? z : scaled(0.01, z)),
  elu: (z) => (z.re > 0 ? z : expm1(z)),
  gelu: (z) => times(z, normalDistribution(z)),
  softplus: (z) => softplus(z),
  softsign(z) {
    // z/(1 + |z|); far out as ±(1 − 1/(1 + |z|)), whose imaginary part is no difference.
    const sign = z.re < 0 ? -1 : 1
    const below = plus(ONE, scaled(sign, z))
    return Math.abs(z.re) < 1 ? over(z, below) : scaled(sign, minus(ONE, over(ONE, below)))
  },
}

/**
 * log(1 + e^z), which is z + log(1 + e^(−z)).
 *
 * Shapes: scalar.
 */
export function softplus(z: Complex): Complex {
  return z.re > 0 ? plus(z, log1p(exp(scaled(-1, z)))) : log1p(exp(z))
}

/** a_j = 1/Σ_k e^(z_k − z_j): only differences occur, and the leading one is 0. */
function softmax(z: readonly Complex[]): Complex[] {
  return z.map((zj) => over(ONE, sum(z.map((zk) => exp(minus(zk, zj))))))
}

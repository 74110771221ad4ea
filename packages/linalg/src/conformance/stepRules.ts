/** What a step does with one number of each vector. */
export interface StepRule {
  /** Vectors of state. */
  readonly vectors: number
  /** The numbers afterwards, w before its state; `round` rounds to the element type, s holds the rounded scalars. */
  readonly of: (round: (x: number) => number, s: readonly number[], w: number, g: number, state: readonly number[]) => readonly number[]
}

/**
 * The rules by name, one rounding after another. The scalars of each, in order:
 *
 * - descend: η
 * - momentum and nesterov: μ, η
 * - adaGrad: ε, η
 * - rmsProp: ρ, 1 − ρ, ε, η
 * - adam: β₁, 1 − β₁, β₂, 1 − β₂, η′, c, ε, and what w is multiplied by first
 */
export const stepRules: Readonly<Record<string, StepRule>> = {
  descend: {
    vectors: 0,
    of: (round, [eta], w, g) => [round(w - round(eta * g))],
  },
  momentum: {
    vectors: 1,
    of: (round, [mu, eta], w, g, [v]) => {
      const velocity = round(round(mu * v) - round(eta * g))
      return [round(w + velocity), velocity]
    },
  },
  nesterov: {
    vectors: 1,
    of: (round, [mu, eta], w, g, [v]) => {
      const change = round(eta * g)
      const velocity = round(round(mu * v) - change)
      return [round(w + round(round(mu * velocity) - change)), velocity]
    },
  },
  adaGrad: {
    vectors: 1,
    of: (round, [epsilon, eta], w, g, [s]) => {
      const sum = round(s + round(g * g))
      return [round(w - round(round(eta * g) / round(round(Math.sqrt(sum)) + epsilon))), sum]
    },
  },
  rmsProp: {
    vectors: 1,
    of: (round, [rho, fresh, epsilon, eta], w, g, [s]) => {
      const mean = round(round(rho * s) + round(fresh * round(g * g)))
      return [round(w - round(round(eta * g) / round(round(Math.sqrt(mean)) + epsilon))), mean]
    },
  },
  adam: {
    vectors: 2,
    of: (round, [beta1, fresh1, beta2, fresh2, eta, unbias, epsilon, kept], w, g, [m, v]) => {
      const mean = round(round(beta1 * m) + round(fresh1 * g))
      const square = round(round(beta2 * v) + round(fresh2 * round(g * g)))
      const size = round(round(round(Math.sqrt(square)) * unbias) + epsilon)
      return [round(round(kept * w) - round(round(eta * mean) / size)), mean, square]
    },
  },
}

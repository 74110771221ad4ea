/** f, and f′ from a = f(z), as anyone would write them. */
export interface Sigma {
  readonly f: (z: number) => number
  readonly fPrime: (a: number) => number
}

export const sigmas: Readonly<Record<'sigmoid' | 'tanh', Sigma>> = {
  sigmoid: { f: (z) => 1 / (1 + Math.exp(-z)), fPrime: (a) => a * (1 - a) },
  tanh: { f: Math.tanh, fPrime: (a) => 1 - a * a },
}

import type { Gradient, Network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import type { Matrix } from '@nablajs/linalg'

/** What the engine left of a minibatch, or of one sample of it: the numbers that steps are told of. */
export interface Pass {
  readonly net: Network
  readonly cost: Cost
  /** How many samples: the columns of a, z, δ and y. */
  readonly m: number
  readonly a: readonly Matrix[]
  readonly z: readonly Matrix[]
  readonly delta: readonly Matrix[]
  readonly y: Matrix
  /** The mean over these samples. */
  readonly gradient: Pick<Gradient, 'w' | 'b'>
}

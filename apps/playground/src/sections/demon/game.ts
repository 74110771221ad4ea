import { costOf } from '../../engine/costOf.js'
import { quantitiesOf, type PassInput, type Quantities } from '../../engine/quantities.js'

/** A push of a demon: it adds to z of one neuron, for good. */
export interface Push {
  /** `delta:2:1` */
  readonly at: string
  readonly deltaZ: number
  /** C after it. */
  readonly cost: number
}

/** How many pushes there are, and how far one goes. */
export const PUSHES = 5
export const LONGEST_PUSH = 1

/** A network whose first output is saturated on the wrong side: δ is small there, until one has pushed. */
export const whereGreedFails = { sizes: [3, 4, 2], seed: 2, activation: 'sigmoid', x: [0.9, -0.4, 0.6], y: [1, 0], netCost: 'quadratic', changes: new Map() } as const satisfies PassInput

/** The network after a push. What is added to b^l_j is added to z^l_j, so the bias keeps it. */
export function pushed<T extends PassInput>(input: T, at: string, deltaZ: number): T {
  const bias = at.replace('delta', 'b')
  return { ...input, changes: new Map(input.changes).set(bias, (quantitiesOf(input).get(bias) ?? NaN) + deltaZ) }
}

/** What the demon does that always takes the neuron with the largest error, and pushes as far as it may against its sign. */
export function greedy(input: PassInput): readonly Push[] {
  const pushes: Push[] = []
  let now = input
  while (pushes.length < PUSHES) {
    const [at, delta] = largestError(quantitiesOf(now))
    const deltaZ = delta > 0 ? -LONGEST_PUSH : LONGEST_PUSH
    now = pushed(now, at, deltaZ)
    pushes.push({ at, deltaZ, cost: costOf(now, quantitiesOf(now)).cost })
  }
  return pushes
}

function largestError(quantities: Quantities): readonly [address: string, delta: number] {
  const errors = [...quantities].filter(([address]) => address.startsWith('delta:'))
  return errors.reduce((most, one) => (Math.abs(one[1]) > Math.abs(most[1]) ? one : most), errors[0] ?? ['delta:2:1', 0])
}

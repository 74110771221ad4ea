import { readAddress } from '../address/address.js'
import { stepCount } from '../engine/stepCount.js'
import { properties } from './properties.js'
import type { State } from './state.js'

/**
 * The state with what depends on other parts made to fit them: n_1 inputs, n_L targets that the cost is for, changes and focus of neurons that there are, a step that
 * the algorithm has.
 */
export function fitted(state: State): State {
  const { sizes, activation, changes, focus, bet, step } = state
  const isThere = (address: string) => readAddress(address, sizes) !== undefined
  // Cross-entropy is of probabilities, which only the sigmoid gives.
  const netCost = activation === 'sigmoid' ? state.netCost : 'quadratic'
  const y = ofLength(sizes.at(-1) ?? 1, state.y, properties.y.initial)
  return {
    ...state,
    x: ofLength(sizes[0] ?? 1, state.x, properties.x.initial),
    netCost,
    y: netCost === 'crossEntropy' && y.some((target) => target < 0 || target > 1) ? y.map((target) => Math.min(1, Math.max(0, target))) : y,
    changes: [...changes.keys()].every(isThere) ? changes : new Map([...changes].filter(([address]) => isThere(address))),
    bet: bet === 'none' || isThere(bet) ? bet : '',
    focus: focus === '' || isThere(focus) ? focus : '',
    step: Math.min(step, stepCount(sizes.length)),
  }
}

function ofLength(length: number, numbers: readonly number[], initial: readonly number[]): readonly number[] {
  return numbers.length === length ? numbers : Array.from({ length }, (_, i) => numbers[i] ?? initial[i] ?? 0.5)
}

import { limits } from '../state/state.js'

/** How weights, biases and inputs are stepped. */
export const parameterSteps = { least: -limits.value, most: limits.value, step: 0.1 } as const

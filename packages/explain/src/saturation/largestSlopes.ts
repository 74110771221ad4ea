import type { Activation } from '@nablajs/activations'
import { fromFunction, like, type Matrix } from '@nablajs/linalg'
import { mixes } from '../mixes.js'
import { slopes } from '../slopes.js'

/** The largest slope is looked for among −END … END; steps of a power of two, so that 0 is one of them. */
const END = 10
const STEP = 1 / 16

/**
 * The largest |∂a_j/∂z_j| that each neuron of a layer can have. Where neurons mix every other z is 0, which for softmax is among the places where the
 * slope is the largest.
 *
 * Shapes: a layer of so many neurons; returns one number for each.
 */
export function largestSlopes(activation: Activation, neurons: number): number[] {
  if ('fPrime' in activation) return new Array<number>(neurons).fill(largestOfRows(slopesAlong(activation, 1))[0])
  if (!mixes(activation, neurons)) return largestOfRows(slopesAlong(activation, neurons))
  return Array.from({ length: neurons }, (_, j) => largestOfRows(slopesAlong(activation, neurons, j))[j])
}

/** The slopes while z goes through the range: every neuron's, or one's alone. */
function slopesAlong(activation: Activation, neurons: number, alone?: number): Matrix {
  const z = fromFunction(neurons, (2 * END) / STEP + 1, (j, i) => (alone === undefined || j === alone ? i * STEP - END : 0), { dtype: 'float64' })
  const a = like(z)
  activation.apply(z, a)
  return slopes(activation, z, a)
}

function largestOfRows(matrix: Matrix): number[] {
  return matrix.toRows().map((row) => row.reduce((largest, slope) => Math.max(largest, Math.abs(slope)), 0))
}

import type { Activation } from '@nablajs/activations'
import type { Cost, PairingByColumn, PairingByNeuron } from '@nablajs/costs'
import type { Matrix } from '@nablajs/linalg'
import { take } from './costGradient.js'

/**
 * Puts into δ^L what the cost declares where it cancels with the activation: cross-entropy with the sigmoid leaves a − y.
 * Neuron by neuron, so that one neuron with another activation keeps its own rule and spoils no other.
 *
 * Shapes: z, a, y and delta n_L × m; only rows with a pairing are overwritten.
 */
export function pair(cost: Cost, activation: Activation, z: Matrix, a: Matrix, y: Matrix, delta: Matrix): void {
  if (cost.pairings === undefined) return
  for (let j = 0; j < z.rows; j++) {
    const kernel = activation.kernelOf(j)
    const pairing = kernel === undefined ? undefined : cost.pairings[kernel]
    if (pairing === undefined) continue
    // A kernel that mixes neurons holds for the whole layer.
    if (isByColumn(pairing)) return pairColumns(cost, pairing, z, a, y, delta)
    pairRow(pairing, j, z, a, y, delta)
  }
}

/** (z, a, y, out): the fourth argument is the column to fill. */
const BY_COLUMN = 4

function isByColumn(pairing: PairingByNeuron | PairingByColumn): pairing is PairingByColumn {
  return pairing.length === BY_COLUMN
}

function pairRow(pairing: PairingByNeuron, j: number, z: Matrix, a: Matrix, y: Matrix, delta: Matrix): void {
  const { rows, data } = delta
  for (let at = j; at < data.length; at += rows) data[at] = pairing(z.data[at], a.data[at], y.data[at])
}

function pairColumns(cost: Cost, pairing: PairingByColumn, z: Matrix, a: Matrix, y: Matrix, delta: Matrix): void {
  for (let i = 0; i < z.cols; i++) {
    const column = delta.column(i)
    const result = pairing(z.column(i), a.column(i), y.column(i), column)
    if (result !== column) take(cost, result, column, i)
  }
}

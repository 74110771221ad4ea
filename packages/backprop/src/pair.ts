import type { Activation } from '@nablajs/activations'
import type { Cost, PairingByColumn, PairingByNeuron } from '@nablajs/costs'
import { PluginError, type Matrix } from '@nablajs/linalg'
import { take } from './costGradient.js'
import { kindOf } from './kindOf.js'

/**
 * Puts into δ^L what the cost declares where it cancels with the activation: cross-entropy with the sigmoid leaves a − y.
 * Neuron by neuron, so that one neuron with another activation keeps its own rule and spoils no other.
 *
 * Shapes: z, a, y and delta n_L × m; only rows with a pairing are overwritten. Throws `PluginError` for a pairing that is
 * called by neuron and gives no number.
 */
export function pair(cost: Cost, activation: Activation, z: Matrix, a: Matrix, y: Matrix, delta: Matrix): void {
  if (cost.pairings === undefined) return
  for (let j = 0; j < z.rows; j++) {
    const pairing = pairingOf(cost, activation, j)
    if (pairing === undefined) continue
    // A kernel that mixes neurons holds for the whole layer.
    if (isByColumn(pairing)) return pairColumns(cost, pairing, z, a, y, delta)
    pairRow(cost, pairing, j, z, a, y, delta)
  }
}

/**
 * What the cost declares for the kernel of neuron j, if anything.
 *
 * Shapes: neurons count from 0.
 */
export function pairingOf({ pairings }: Cost, activation: Activation, j: number): PairingByNeuron | PairingByColumn | undefined {
  if (pairings === undefined) return undefined
  const kernel = activation.kernelOf(j)
  return kernel !== undefined && Object.hasOwn(pairings, kernel) ? pairings[kernel] : undefined
}

/** (z, a, y, out): the fourth argument is the column to fill. */
const BY_COLUMN = 4

function isByColumn(pairing: PairingByNeuron | PairingByColumn): pairing is PairingByColumn {
  return pairing.length === BY_COLUMN
}

function pairRow(cost: Cost, pairing: PairingByNeuron, j: number, z: Matrix, a: Matrix, y: Matrix, delta: Matrix): void {
  const { rows, data } = delta
  try {
    for (let at = j; at < data.length; at += rows) {
      const value: unknown = pairing(z.data[at], a.data[at], y.data[at])
      if (typeof value !== 'number') throw notByNeuron(cost, kindOf(value))
      data[at] = value
    }
  } catch (error) {
    // What a pairing meant for columns does with numbers: z.map is not a function.
    if (error instanceof TypeError) throw notByNeuron(cost, String(error))
    throw error
  }
}

function notByNeuron({ name }: Cost, got: string): PluginError {
  return new PluginError({
    plugin: name,
    where: `cost ${name}, pairings`,
    expected: 'a number of a pairing (z, a, y), which is by neuron',
    got,
    fix: 'Declare a pairing by column with four arguments, (z, a, y, out), even where it leaves out alone.',
  })
}

function pairColumns(cost: Cost, pairing: PairingByColumn, z: Matrix, a: Matrix, y: Matrix, delta: Matrix): void {
  for (let i = 0; i < z.cols; i++) {
    const column = delta.column(i)
    const result = pairing(z.column(i), a.column(i), y.column(i), column)
    if (result !== column) take(cost, result, column, i)
  }
}

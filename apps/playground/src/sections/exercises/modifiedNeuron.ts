import { defineActivation, perNeuron } from '@nablajs/activations'
import { backprop, type Gradient } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { finiteDifferences } from '@nablajs/explain'
import { addressText, type AddressText } from '../../address/address.js'
import { activations } from '../../engine/names.js'
import { networkOf, type NetworkInput } from '../../engine/networkOf.js'
import type { AlgorithmStep, ModifiedLayer, State } from '../../state/state.js'

/** The f of the modified neuron. It is no σ: it rises and falls. */
export const sine = defineActivation({ name: 'sine', f: Math.sin, fPrime: Math.cos })

/** What the exercise depends on. */
export type ExerciseInput = NetworkInput & Pick<State, 'x' | 'y'>

/** The layer of the modified neuron, which is its first; a network without hidden layers has it in the output. */
export function modifiedLayerOf(sizes: readonly number[], where: ModifiedLayer): number {
  return where === 'hidden' ? 2 : sizes.length
}

/** The steps that change for a neuron of a layer: f where it is fed forward, f′ where its error is computed. */
export function changingSteps(layer: number, sizes: readonly number[]): readonly AlgorithmStep[] {
  return ['feedforward', layer === sizes.length ? 'outputError' : 'backpropagate']
}

/** A weight or bias, with its slope as the reader's algorithm has it and as differences have it. */
export interface SlopeVerdict {
  readonly address: AddressText
  readonly byReader: number
  readonly byDifferences: number
  readonly isRight: boolean
}

/** Differences keep about eight digits; a slope is right where it is off by less than this, of the largest. */
const TOLERANCE = 1e-5

/**
 * The reader's algorithm beside finite differences of the network that has f at one neuron. A step that changes and was not marked stays as it was for σ; a
 * step that was marked and does not change is done with f: the first input goes through f, the gradient at the neuron is multiplied by f′ once more.
 */
export function verdictsOf(input: ExerciseInput, where: ModifiedLayer, marks: readonly AlgorithmStep[]): SlopeVerdict[] {
  const base = activations[input.activation]
  const layer = modifiedLayerOf(input.sizes, where)
  const derivativeStep = layer === input.sizes.length ? 'outputError' : 'backpropagate'
  const hasF = marks.includes('feedforward')
  const hasFPrime = marks.includes(derivativeStep)
  const atNeuron = defineActivation({ name: 'reader', f: hasF ? sine.f : base.f, fPrime: (z) => (hasFPrime ? sine : base).fPrime(z, (hasFPrime ? sine : base).f(z)) })
  const [theirs, right] = [atNeuron, sine].map((own) => networkOf(input, (l) => (l === layer ? perNeuron(base, { 0: own }) : base)))
  if (theirs === undefined || right === undefined) return []
  const x = input.x.map((value, k) => (k === 0 && marks.includes('input') ? sine.f(value) : value))
  const gradient = backprop(theirs, quadratic, x, input.y)
  const once = slopesOf(gradient, input.sizes)
  const again = marks.includes('gradient') ? sine.fPrime(theirs.z[layer]?.get(0, 0) ?? NaN, NaN) : 1
  const differences = slopesOf(finiteDifferences(right, quadratic, input.x, input.y).gradient, input.sizes)
  const largest = Math.max(...[...differences.values()].map(Math.abs))
  theirs.close()
  right.close()
  return [...once].map(([address, slope]) => {
    const byReader = address.startsWith(`w:${layer}:1:`) || address === `b:${layer}:1` ? slope * again : slope
    const byDifferences = differences.get(address) ?? NaN
    return { address, byReader, byDifferences, isRight: Math.abs(byReader - byDifferences) <= TOLERANCE * largest }
  })
}

/** A gradient by the address of the weight or bias. */
function slopesOf(gradient: Gradient, sizes: readonly number[]): ReadonlyMap<AddressText, number> {
  const slopes = new Map<AddressText, number>()
  for (let layer = 2; layer <= sizes.length; layer++) {
    for (let j = 0; j < (sizes[layer - 1] ?? 0); j++) {
      for (let k = 0; k < (sizes[layer - 2] ?? 0); k++) slopes.set(addressText({ kind: 'w', layer, j: j + 1, k: k + 1 }), gradient.w[layer]?.get(j, k) ?? NaN)
      slopes.set(addressText({ kind: 'b', layer, j: j + 1 }), gradient.b[layer]?.get(j, 0) ?? NaN)
    }
  }
  return slopes
}

/** What the modified neuron does, and what it would do with σ. */
export interface NeuronNumbers {
  readonly z: number
  readonly f: number
  readonly fPrime: number
  readonly sigma: number
  readonly sigmaPrime: number
  readonly delta: number
}

/** The numbers of the modified neuron in the network that has f there. */
export function neuronNumbers(input: ExerciseInput, where: ModifiedLayer): NeuronNumbers {
  const base = activations[input.activation]
  const layer = modifiedLayerOf(input.sizes, where)
  const net = networkOf(input, (l) => (l === layer ? perNeuron(base, { 0: sine }) : base))
  backprop(net, quadratic, input.x, input.y)
  const z = net.z[layer]?.get(0, 0) ?? NaN
  const delta = net.delta[layer]?.get(0, 0) ?? NaN
  net.close()
  return { z, f: sine.f(z), fPrime: sine.fPrime(z, sine.f(z)), sigma: base.f(z), sigmaPrime: base.fPrime(z, base.f(z)), delta }
}

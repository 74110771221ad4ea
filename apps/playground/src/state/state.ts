import type { AddressText } from '../address/address.js'
import type { ActivationName, CostName, DataName } from '../engine/names.js'
import type { Rule } from '../sections/cost/rules.js'
import type { Language } from '../words/languages.js'

/** All that the page shows follows from this. A link holds it, so a link shows the same page. */
export interface State {
  /** n_1, …, n_L of the network of the first section. */
  readonly sizes: readonly number[]
  /** The start of its weights. */
  readonly seed: number
  readonly activation: ActivationName
  /** a^1, n_1 numbers. */
  readonly x: readonly number[]
  /** y, n_L numbers: what the network ought to say. */
  readonly y: readonly number[]
  /** C of that network. */
  readonly netCost: CostName
  /** Weights and biases that the reader has set, by address; all others are as the seed gives them. */
  readonly changes: ReadonlyMap<AddressText, number>
  /** What is looked at; empty where nothing is. */
  readonly focus: AddressText
  /** What six samples have as output, and as target. */
  readonly outputs: readonly number[]
  readonly targets: readonly number[]
  /** What C_x of those samples looks at. */
  readonly rule: Rule
  /** Where the reader thinks that a demon can do most, `delta:2:1`; `none` of one who would not say, empty before. */
  readonly bet: AddressText
  /** What the demon adds. */
  readonly deltaZ: number
  /** What it adds to. */
  readonly demonAt: 'z' | 'a'
  /** Order of the indices of w: to-from is the chapter's jk, which needs no transpose. */
  readonly order: IndexOrder
  /** How far the algorithm has come in the section of the four equations: 1 is its first step. */
  readonly step: number
  /** How its equations are written there. */
  readonly form: EquationForm
  /** Weights and biases of the network that is raced on. */
  readonly raceParameters: number
  /** How many times as long differences take, as the reader thinks; `none` before. */
  readonly raceBet: RaceBet
  /** log₁₀ ε of the differences that are compared with backpropagation. */
  readonly epsilon: number
  /** Samples of the minibatch that is computed one by one and all at once. */
  readonly columns: number
  /** What is trained on. */
  readonly data: DataName
  /** Hidden layers of the network that is trained. */
  readonly hidden: readonly number[]
  readonly cost: CostName
  readonly learningRate: number
  readonly batchSize: number
  /** Paths from a weight to the cost that the reader has added up, by name. */
  readonly added: readonly PathName[]
  /** How many layers, from the last one back, paths are merged over. */
  readonly merged: number
  /** Δw: how far a weight is pushed. */
  readonly deltaW: number
  /** Where the two neurons of the section on slow learning begin: w, b of the one, w, b of the other. */
  readonly starts: readonly number[]
  readonly startsRate: number
  /** The epoch of theirs that is looked at. */
  readonly startsEpoch: number
  /** The weights of the reader's network, times this, where its saturation is looked at. */
  readonly weightScale: number
  /** The reader's own σ, as it was typed. */
  readonly formula: string
  /** The layer that has the modified neuron of the exercise. */
  readonly modified: ModifiedLayer
  /** The steps of the algorithm that the reader says must change for it. */
  readonly marks: readonly AlgorithmStep[]
  /** How much of the linear neuron there is in σ: 0 is σ, 1 is z. */
  readonly linearShare: number
  /** What the reader bets that σ′ becomes. */
  readonly linearBet: LinearBet
  /** n_2 of the network that reads digits. */
  readonly digitsHidden: number
  readonly digitsCost: CostName
  readonly digitsLearningRate: number
  readonly digitsBatchSize: number
  /** `auto` is the browser's. */
  readonly language: Language | 'auto'
}

/** For one neuron, for a layer by ⊙, or by products with the diagonal matrix Σ′. */
export const equationForms = ['neuron', 'matrix', 'sigmaPrime'] as const
export type EquationForm = (typeof equationForms)[number]
/** A path by the neurons that it passes, numbered from 1, `2.1.4`; or all those that are not listed. */
export type PathName = string
export const REST: PathName = 'rest'

export const indexOrders = ['to-from', 'from-to'] as const
export type IndexOrder = (typeof indexOrders)[number]

export const modifiedLayers = ['hidden', 'output'] as const
export type ModifiedLayer = (typeof modifiedLayers)[number]

/** The five steps of the chapter's algorithm. */
export const algorithmSteps = ['input', 'feedforward', 'outputError', 'backpropagate', 'gradient'] as const
export type AlgorithmStep = (typeof algorithmSteps)[number]

export const linearBets = ['none', 'zero', 'one', 'same', 'z'] as const
export type LinearBet = (typeof linearBets)[number]

/** Ratios that a reader may bet on. */
export const raceBets = ['none', '10', '100', '1000', '10000', '100000', '1000000'] as const
export type RaceBet = (typeof raceBets)[number]

/** What nets may be, and what is asked of them: larger ones could not be drawn legibly, nor computed while a finger moves. */
export const limits = {
  width: 8,
  layers: 6,
  value: 1000,
  changes: 400,
  hiddenLayers: 4,
  hiddenWidth: 32,
  batchSize: 256,
  samples: 6,
  output: [0.01, 0.99],
  deltaZ: 4,
  added: 40,
  start: 10,
  startsEpochs: 300,
  digitsWidth: 100,
  raceParameters: [1e3, 1e6],
  epsilon: [-15, 0],
  columns: 256,
} as const

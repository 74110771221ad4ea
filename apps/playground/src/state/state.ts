import type { AddressText } from '../address/address.js'
import type { ActivationName, CostName, DataName } from '../engine/names.js'
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
  /** Order of the indices of w: to-from is the chapter's jk, which needs no transpose. */
  readonly order: IndexOrder
  /** What is trained on. */
  readonly data: DataName
  /** Hidden layers of the network that is trained. */
  readonly hidden: readonly number[]
  readonly cost: CostName
  readonly learningRate: number
  readonly batchSize: number
  /** `auto` is the browser's. */
  readonly language: Language | 'auto'
}

export const indexOrders = ['to-from', 'from-to'] as const
export type IndexOrder = (typeof indexOrders)[number]

/** What nets may be: larger ones could not be drawn legibly, nor computed while a finger moves. */
export const limits = { width: 8, layers: 6, value: 1000, changes: 400, hiddenLayers: 4, hiddenWidth: 32, batchSize: 256 } as const

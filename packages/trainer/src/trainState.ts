import type { Network } from '@nablajs/backprop'
import { OptionError, type Dtype, type Floats } from '@nablajs/linalg'
import type { BestEpoch } from './best.js'
import type { Epoch } from './epoch.js'
import type { Optimizer } from './optimizer.js'

/** All that training needs to go on to the same bits: plain numbers and arrays, nothing shared with the run it came from. */
export interface TrainState {
  /** Which backend made the bits: another one makes others. */
  readonly backend: string
  readonly sizes: readonly number[]
  readonly dtype: Dtype
  /** How many samples were trained on. */
  readonly size: number
  readonly optimizer: string
  readonly parameters: Floats
  /** The optimizer's vectors. */
  readonly vectors: readonly Floats[]
  /** The stream of draws as it was when the epoch began. */
  readonly random: readonly number[]
  /** The epoch under way, from 1. */
  readonly epoch: number
  /** Steps done since the beginning. */
  readonly step: number
  /** Samples of this epoch that are done. */
  readonly position: number
  /** The epoch so far: Σ C_x and the number of correct samples. */
  readonly sums: { readonly cost: number; readonly correct: number }
  /** The epochs that are over. */
  readonly history: readonly Epoch[]
  /** The best of them, where `earlyStopping` or `onBest` asked for it. */
  readonly best?: BestEpoch
  /** What the schedule of the learning rate remembers. */
  readonly schedule: readonly number[]
}

/**
 * Throws `OptionError` where a state belongs to another run.
 *
 * Shapes: parameters and vectors as long as `net.parameters`; `remembers` is how many numbers the schedule has.
 */
export function requireState(state: TrainState, net: Network, optimizer: Optimizer, size: number, remembers: number): void {
  requireSame('backend', state.backend, net.backend.name, 'The bits would not be the same; make the network with that backend.')
  requireSame('sizes', state.sizes.join(', '), net.sizes.join(', '), 'Make the network with the sizes of the state.')
  requireSame('dtype', state.dtype, net.dtype, 'Make the network with the { dtype } of the state.')
  requireSame('size', String(state.size), String(size), 'Go on with the samples that the state was made with.')
  requireSame('optimizer', state.optimizer, optimizer.name, 'Go on with the optimizer that the state was made with.')
  requireSame('schedule', String(state.schedule.length), String(remembers), 'Go on with the schedule that the state was made with.')
  requireSame('parameters', String(state.parameters.length), String(net.parameters.length), 'The state is not whole.')
  requireSame('vectors', String(state.vectors.length), String(optimizer.vectors), 'The state is not whole.')
  for (const { length } of state.vectors) requireSame('vectors', String(length), String(net.parameters.length), 'The state is not whole.')
}

function requireSame(what: string, saved: string, now: string, fix: string): void {
  if (saved === now) return
  throw new OptionError({ option: 'resume', where: `train, resume, ${what}`, expected: saved, got: now, fix })
}

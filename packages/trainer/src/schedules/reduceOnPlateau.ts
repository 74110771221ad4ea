import { requireNumber } from '../requireNumber.js'
import type { Schedule } from '../schedule.js'

/** Options of `reduceOnPlateau`. */
export interface ReduceOnPlateauOptions {
  /** η at the start. */
  from: number
  /** What η is multiplied by; 0.1 unless said. */
  factor?: number
  /** How many epochs without progress are borne; 10 unless said. */
  patience?: number
  /** Progress is a cost below the best one by more than this share of it; 1e-4 unless said. */
  threshold?: number
  /** η falls no further; 0 unless said. */
  least?: number
}

/** Where the numbers lie that it remembers: the epoch under way, its cost so far, the least cost of an epoch, and so on. */
const EPOCH = 0
const COST = 1
const BEST = 2
/** Epochs since the best, −1 before there is one. */
const SINCE = 3
const RATE = 4

/**
 * η falls by a factor when the training cost of an epoch has not fallen for more than `patience` epochs. It looks at the mean cost
 * of whole epochs, so that η changes at the first step of one.
 *
 * Shapes: scalar; remembers five numbers. Throws `OptionError` for numbers that cannot be.
 */
export function reduceOnPlateau({ from, factor = 0.1, patience = 10, threshold = 1e-4, least = 0 }: ReduceOnPlateauOptions): Schedule {
  requireNumber('reduceOnPlateau', 'from', from, { above: 0 }, 'It is η at the start.')
  requireNumber('reduceOnPlateau', 'factor', factor, { above: 0, below: 1 }, '0.1 is usual.')
  requireNumber('reduceOnPlateau', 'patience', patience, { whole: true, least: 0 }, '10 is usual.')
  requireNumber('reduceOnPlateau', 'threshold', threshold, { least: 0, below: 1 }, '1e-4 is usual.')
  requireNumber('reduceOnPlateau', 'least', least, { least: 0, most: from }, '0 is usual.')

  function endEpoch(memory: Float64Array): void {
    if (memory[SINCE] < 0 || memory[COST] < memory[BEST] - threshold * Math.abs(memory[BEST])) {
      memory[BEST] = memory[COST]
      memory[SINCE] = 0
      return
    }
    memory[SINCE]++
    if (memory[SINCE] <= patience) return
    memory[RATE] = Math.max(least, memory[RATE] * factor)
    memory[SINCE] = 0
  }

  const schedule: Schedule = ({ epoch, cost }, memory) => {
    if (memory[EPOCH] === 0) {
      memory[SINCE] = -1
      memory[RATE] = from
    } else if (epoch > memory[EPOCH]) {
      endEpoch(memory)
    }
    memory[EPOCH] = epoch
    memory[COST] = cost
    return memory[RATE]
  }
  return Object.assign(schedule, { remembers: 5 })
}

import { requireLearningRate, type Schedule } from '../schedule.js'

/**
 * The same η at every step, as where `train` is given a number: what another schedule can be made of.
 *
 * Shapes: scalar. Throws `OptionError` for an η with which nothing can be learnt.
 */
export function constant(eta: number): Schedule {
  requireLearningRate('constant', eta)
  return () => eta
}

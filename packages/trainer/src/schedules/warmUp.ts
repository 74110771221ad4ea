import { requireNumber } from '../requireNumber.js'
import type { LearningRate, Schedule } from '../schedule.js'
import { constant } from './constant.js'

/**
 * Lets a learning rate, a number or a schedule, grow in from step to step: η = η₀ · min(1, step / steps), where η₀ is what it gives
 * at that step.
 *
 * Shapes: scalar. Throws `OptionError` for a number of steps that cannot be.
 * Source: Goyal et al., Accurate, large minibatch SGD (2017), section 2.2.
 */
export function warmUp(learningRate: LearningRate, steps: number): Schedule {
  requireNumber('warmUp', 'steps', steps, { whole: true, least: 1 }, 'Give the number of steps until the whole η.')
  const schedule = typeof learningRate === 'function' ? learningRate : constant(learningRate)
  const grown: Schedule = (info, memory) => schedule(info, memory) * Math.min(1, info.step / steps)
  return Object.assign(grown, { remembers: schedule.remembers ?? 0 })
}

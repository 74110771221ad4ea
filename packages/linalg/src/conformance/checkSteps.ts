import { STEP_SCALARS, type Backend, type Dtype, type FlatStep } from '../backend.js'
import type { Random } from '../random.js'
import { blockOf, DTYPES, inFloat64, release, requireCanaries, requireClose, UNIT_ROUNDOFF, viewOf } from './blocks.js'
import { stepRules, type StepRule } from './stepRules.js'

/** How many numbers there are, and which of them are updated: whole vectors, their parts, and none. */
const RANGES = [[1, 0, 1], [7, 0, 7], [8, 3, 4], [37, 5, 36], [64, 0, 64], [5, 2, 2]]
/** Roundings in a row that a step may leave out where it is not exact. */
const ROUNDINGS = 12

/**
 * Holds each step over flat vectors that has a rule to it: to its bits where the backend is exact, else within the bound of as many
 * roundings; g as it was, and nothing written outside first … end − 1.
 *
 * Shapes: from 1 to 64 numbers. Throws `PluginError`.
 */
export function checkSteps(backend: Backend, draws: Random): void {
  for (const [name, step] of Object.entries(backend.steps ?? {})) {
    if (step === undefined || !Object.hasOwn(stepRules, name)) continue
    for (const dtype of DTYPES) {
      for (const [length, first, end] of RANGES) checkStep(backend, name, step, stepRules[name], dtype, draws, length, first, end)
    }
  }
}

function checkStep(backend: Backend, stepName: string, step: FlatStep, rule: StepRule, dtype: Dtype, draws: Random, length: number, first: number, end: number): void {
  const name = `step ${stepName}, ${first} to ${end} of ${length}, ${dtype}`
  const round = dtype === 'float32' ? Math.fround : (x: number) => x
  const scalars = backend.alloc('float64', STEP_SCALARS)
  // A power of ten apart: one read in the place of another shows.
  const values = Array.from({ length: STEP_SCALARS }, (_, i) => (i % 2 === 0 ? 0.9 : 0.09) + draws.uniform() / 100)
  viewOf(scalars).set(values)
  const vector = (number: () => number) => blockOf(backend, dtype, length, 1, length, number)
  const normal = () => draws.normal()
  // State that is not below 0: some of it is a mean of squares.
  const vectors = [vector(normal), ...Array.from({ length: rule.vectors }, () => vector(() => Math.abs(normal())))]
  const g = vector(normal)
  const before = [...vectors, g].map(inFloat64)
  const after = before.map((copy) => copy.buffer.slice())
  for (let i = first; i < end; i++) {
    const [w, ...others] = before.map(({ buffer }) => buffer[i])
    const changed = rule.of(round, values.map(round), w, others[rule.vectors], others.slice(0, rule.vectors))
    changed.forEach((x, place) => (after[place][i] = x))
  }

  const [w, ...state] = vectors
  step(first, end, scalars, w, g, state)
  const unit = backend.exact ? 0 : ROUNDINGS * UNIT_ROUNDOFF[dtype]
  for (const [place, result] of [...vectors, g].entries()) {
    const what = place === 0 ? 'w' : place <= rule.vectors ? `state ${place - 1}` : 'g'
    const size = (i: number) => Math.abs(before[place].buffer[i]) + Math.abs(after[place][i] - before[place].buffer[i])
    requireClose(backend, `${name}, ${what}`, result, (i) => after[place][i], (i) => unit * (1 + size(i)))
    requireCanaries(backend, `${name}, ${what}`, result)
  }
  release(...vectors, g)
  scalars.free()
}

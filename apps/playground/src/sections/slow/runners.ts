import { computed } from '@preact/signals'
import { costNames } from '../../engine/names.js'
import { limits } from '../../state/state.js'
import { state } from '../../state/store.js'
import { course, type Moment } from './course.js'

/** The two neurons that learn beside each other. */
export const runners = ['first', 'second'] as const
export type Runner = (typeof runners)[number]
/** What they are called, in every language. */
export const letters: Readonly<Record<Runner, string>> = { first: 'A', second: 'B' }

const starts = computed(() => state.value.starts)
const rate = computed(() => state.value.startsRate)

const numbers = [0, 1, 2, 3].map((i) => computed(() => starts.value[i] ?? 0))

/** What is learned from a start by a cost. Each is computed anew only where its own start or η is another. */
const learned = runners.flatMap((runner) =>
  costNames.map((cost) => {
    const moments = computed(() => course(startOf(runner), cost, rate.value, limits.startsEpochs))
    return { runner, cost, moments }
  }),
)

/** Both neurons by both costs, every epoch of each. */
export const courses = computed(() => learned.map(({ runner, cost, moments }) => ({ runner, cost, moments: moments.value })))

/** w and b that a neuron starts from. */
export function startOf(runner: Runner): readonly [w: number, b: number] {
  const [w, b] = numbers.slice(2 * runners.indexOf(runner))
  return [w?.value ?? 0, b?.value ?? 0]
}

/** All starts with those of one neuron set. */
export function withStart(runner: Runner, [w, b]: readonly [w: number, b: number]): readonly number[] {
  return starts.peek().toSpliced(2 * runners.indexOf(runner), 2, w, b)
}

/** The epoch that is looked at, of a course. */
export function momentOf(moments: readonly Moment[]): Moment | undefined {
  return moments[state.value.startsEpoch]
}

import { computed, effect, signal } from '@preact/signals'
import { state } from '../../state/store.js'
import { Course, reportEvery } from '../../training/course.js'
import type { Report, Settings } from './pointMessages.js'
import { ownTable } from './ownTable.js'
import workerUrl from './trainWorker.ts?worker&url'

/** The training of this section. */
export const course = new Course<Settings, Report>(workerUrl)

/** Weights and biases of a file, which the training begins from until another network is asked for. */
export const startFrom = signal<Float32Array | undefined>(undefined)

/** What is trained on: the reader's own table, or points. */
export const data = computed(() => ownTable.value?.samples ?? state.value.data)

/** Whether the targets are numbers and not classes; the output is then linear, which only the quadratic cost fits. */
export const hasNumbers = computed(() => ownTable.value !== undefined && ownTable.value.classes === undefined)

/** What the training would be begun with now. */
export function settings(): Settings {
  const { hidden, activation, cost, seed, learningRate, batchSize } = state.peek()
  return {
    data: data.peek(), hidden, activation, cost: hasNumbers.peek() ? 'quadratic' : cost, seed, learningRate, batchSize, reportEvery: reportEvery(), parameters: startFrom.peek(),
  }
}

/** Begins anew, from the weights of the seed or of the file. */
export function start(): void {
  course.start(settings())
}

/** What is trained has changed: a training of something else is over, a changed pace reaches it while it runs. */
export function followState(): () => void {
  let before = state.peek()
  let dataBefore = data.peek()
  const stopFollowing = effect(() => {
    const now = state.value
    const dataNow = data.value
    const isOther = dataNow !== dataBefore || (['hidden', 'activation', 'cost', 'seed'] as const).some((key) => now[key] !== before[key])
    const { learningRate, batchSize } = now
    if (isOther) {
      startFrom.value = undefined
      course.forget()
    } else if (learningRate !== before.learningRate || batchSize !== before.batchSize) course.setPace({ learningRate, batchSize })
    before = now
    dataBefore = dataNow
  })
  const stopHiding = course.pauseWhenHidden()
  return () => {
    stopFollowing()
    stopHiding()
  }
}

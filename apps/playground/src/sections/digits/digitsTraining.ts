import { feedforward, type Network } from '@nablajs/backprop'
import { batch, computed, effect, signal } from '@preact/signals'
import { state } from '../../state/store.js'
import { Course, reportEvery } from '../../training/course.js'
import { Curve } from '../../training/curve.js'
import type { MisreadDigit, Report, Settings, Tested } from './digitsMessages.js'
import { digitsNetwork, PIXELS } from './digitsNetwork.js'
import workerUrl from './digitsWorker.ts?worker&url'

/** The digits come over a network, perhaps a slow one. */
const LOADING_PATIENCE_MS = 120_000

/** The training of this section. */
export const course = new Course<Settings, Report>(workerUrl, LOADING_PATIENCE_MS)

/** Weights and biases of a file, which the training begins from until another network is asked for. */
export const startFrom = signal<Float32Array | undefined>(undefined)

/** What the network made of the test digits last. */
export const tested = signal<Tested | undefined>(undefined)

/** The most costly of the digits that it misread. */
export const worst = signal<readonly MisreadDigit[]>([])

/** The share of test digits that were right, by epoch. */
export const accuracyCurve = signal(Curve.empty)

const shape = computed(() => state.value.digitsHidden)
const seed = computed(() => state.value.seed)
const beginning = computed(() => Float32Array.from(digitsNetwork({ hidden: shape.value, seed: seed.value, parameters: startFrom.value }).parameters))

/** The weights and biases of the last report; before the first, those of the start. */
export const parameters = computed(() => {
  const reported = course.report.value?.parameters
  // What is reported of a network of another width is about to be forgotten.
  return reported?.length === beginning.value.length ? reported : beginning.value
})

/** The network that has them. */
export function net(): Network {
  return digitsNetwork({ hidden: shape.peek(), seed: seed.peek(), parameters: parameters.peek() })
}

/** What that network says to an image, ten numbers. Shapes: image 784 bytes. */
export function outputsFor(image: Uint8Array): Float32Array {
  const holder = holding.value
  holder.parameters.set(parameters.value)
  return Float32Array.from(feedforward(holder, { rows: PIXELS, data: image, scale: 1 / WHITE }).data)
}

const WHITE = 255
/** One network for every report of its width: making one takes longer than asking it. */
const holding = computed(() => digitsNetwork({ hidden: shape.value, seed: 0, parameters: undefined }))

/** What the training would be begun with now. */
export function settings(): Settings {
  const { digitsHidden, digitsCost, digitsLearningRate, digitsBatchSize, seed } = state.peek()
  return {
    hidden: digitsHidden, cost: digitsCost, learningRate: digitsLearningRate, batchSize: digitsBatchSize, seed, reportEvery: reportEvery(), parameters: startFrom.peek(),
  }
}

/** Begins anew, from the weights of the seed or of the file. */
export function start(): void {
  forget()
  course.start(settings())
}

/** Ends what runs, and shows nothing of it any more. */
export function forget(): void {
  batch(() => {
    course.forget()
    tested.value = undefined
    worst.value = []
    accuracyCurve.value = Curve.empty
  })
}

/** What is trained has changed: a training of something else is over, a changed pace reaches it while it runs. */
export function followState(): () => void {
  let before = state.peek()
  const stopFollowing = effect(() => {
    const now = state.value
    const { digitsLearningRate: learningRate, digitsBatchSize: batchSize } = now
    if ((['digitsHidden', 'digitsCost', 'seed'] as const).some((key) => now[key] !== before[key])) {
      startFrom.value = undefined
      forget()
    } else if (learningRate !== before.digitsLearningRate || batchSize !== before.digitsBatchSize) course.setPace({ learningRate, batchSize })
    before = now
  })
  const stopHearing = effect(() => {
    const news = course.report.value?.tested
    if (!news) return
    tested.value = news
    if (news.worst) worst.value = news.worst
    accuracyCurve.value = accuracyCurve.peek().with({ epoch: news.epoch, value: news.accuracy })
  })
  const stopHiding = course.pauseWhenHidden()
  return () => {
    stopFollowing()
    stopHearing()
    stopHiding()
  }
}

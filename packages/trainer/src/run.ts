import { errors, firstNonFinite, firstThatIsNotFinite, requireNetwork, sumOfCosts, type Batch, type Network, type NonFinite } from '@nablajs/backprop'
import { random, resumeRandom, shuffle, zeros, type Floats, type Random } from '@nablajs/linalg'
import { addCell, isFiniteCell } from './cells.js'
import { countCorrect, type Correctness } from './countCorrect.js'
import type { BestEpoch } from './best.js'
import { descentOf, type Descent } from './descent.js'
import { DivergedError } from './divergedError.js'
import type { Epoch } from './epoch.js'
import { gatherBatch } from './gather.js'
import { nativeSteps, type NativeSteps } from './nativeSteps.js'
import type { Optimizer } from './optimizer.js'
import { requireTrainOptions } from './requireTrainOptions.js'
import { isStream, requireSamples, type Samples, type SampleStream } from './samples.js'
import { learningRateAt, type Schedule, type ScheduleInfo } from './schedule.js'
import { sgd } from './sgd.js'
import { Snapshot } from './snapshot.js'
import { StreamWindows } from './streamWindows.js'
import type { StepReport, TrainOptions } from './trainOptions.js'
import { requireState, type TrainState } from './trainState.js'
import { weightRanges } from './weightRanges.js'
import { wholeWindow, type Window } from './window.js'

/** What an epoch came to, before any evaluation. */
export interface EpochSums {
  readonly number: number
  readonly meanCost: number
  readonly accuracy: number | undefined
  /** Samples trained on since this run began the epoch or went on with it. */
  readonly seen: number
}

/**
 * A copy of parameters and state is kept every so many steps; what made a number not finite is found by going back to the
 * last copy and replaying. A step touches every parameter at least twice, so a copy in 256 steps costs less than 1 %.
 */
const SNAPSHOT_EVERY = 256

/**
 * One training under way: where it stands, and a step that makes no garbage.
 *
 * Shapes: inputs n_1 × size, targets n_L × size, all at once or as a stream of blocks.
 */
export class Run {
  epoch = 1
  step = 0
  position = 0
  readonly history: Epoch[] = []
  best: BestEpoch | undefined
  /** What training ended with, where the network then got the parameters of its best epoch. */
  private ended: Floats | undefined
  private resumedAt = 0
  private draws: Random
  private drawsAtEpoch: readonly number[]
  private readonly net: Network
  /** How many samples an epoch has; 0 where a stream does not say. */
  readonly size: number
  private readonly stream: StreamWindows | undefined
  /** Where steps are taken; of a stream undefined before its first. */
  private window: Window | undefined
  private readonly options: TrainOptions
  private readonly optimizer: Optimizer
  private correctness: Correctness | undefined
  private readonly vectors: readonly Floats[]
  private readonly descent: Descent
  /** NaN in the first epoch of a stream that does not say its size. */
  private stepsPerEpoch: number
  /** η as a function; where it is one number, `info` holds it from the beginning. */
  private readonly schedule: Schedule | undefined
  /** What the schedule remembers. */
  private readonly memory: Float64Array
  /** Read by the optimizer; one object for all steps. */
  private readonly info: { learningRate: number; step: number; readonly weightRanges: [number, number][]; readonly native: NativeSteps | undefined }
  /** Cells: the epoch's Σ C_x and count of correct samples, and Σ C_x of one minibatch. */
  private readonly epochCost = new Float64Array(1)
  private readonly epochCorrect = new Float64Array(1)
  private readonly batchCost = new Float64Array(1)
  private readonly snapshot: Snapshot
  private readonly snapshotEvery: number
  /** η of the steps since the snapshot, which a replay takes: a schedule is asked once for each step. */
  private readonly rates: Float64Array

  constructor(net: Network, samples: Samples | SampleStream, options: TrainOptions) {
    requireNetwork('train', net)
    if (!isStream(samples)) requireSamples('train', net, samples)
    this.size = samples.size ?? 0
    requireTrainOptions(net, this.size, options)
    if (options.test && !isStream(options.test)) requireSamples('train, test', net, options.test)
    const { optimizer = sgd(), seed = 1, batchSize, resume, learningRate } = options
    this.net = net
    this.options = options
    this.optimizer = optimizer
    this.schedule = typeof learningRate === 'function' ? learningRate : undefined
    this.stream = isStream(samples) ? new StreamWindows(net, samples, batchSize, options.cost) : undefined
    this.window = isStream(samples) ? undefined : wholeWindow(net, samples)
    this.correctness = this.window?.correctness
    this.memory = new Float64Array(this.schedule?.remembers ?? 0)
    const { dtype, backend, parameters } = net
    this.vectors = Array.from({ length: optimizer.vectors }, () => zeros(parameters.length, 1, { dtype, backend }).data)
    optimizer.init?.(this.vectors)
    this.stepsPerEpoch = this.size > 0 ? Math.ceil(this.size / batchSize) : NaN
    this.info = { learningRate: typeof learningRate === 'number' ? learningRate : 0, step: 0, weightRanges: weightRanges(net), native: nativeSteps(net, this.vectors) }
    this.descent = descentOf(net, optimizer, this.vectors, this.info)
    this.draws = random(seed)
    this.drawsAtEpoch = this.draws.state()
    if (resume) this.restore(resume)
    this.beginEpoch()
    this.snapshot = new Snapshot([parameters, ...this.vectors, this.epochCost, this.epochCorrect])
    // Someone who looks at every step may write to the parameters at every step, so there is nothing to replay.
    this.snapshotEvery = options.onStep ? 1 : SNAPSHOT_EVERY
    this.rates = new Float64Array(this.snapshotEvery)
  }

  get epochIsOver(): boolean {
    return this.window !== undefined && this.window.last && this.position >= this.window.end
  }

  /** Whether the samples of a stream that are there are used up. */
  get waits(): boolean {
    return !this.epochIsOver && this.position >= (this.window?.end ?? 0)
  }

  /** Fetches the next samples of a stream. Throws `DivergedError` where the last step left a parameter that is not finite. */
  async fetch(): Promise<void> {
    const { stream, window, epoch, position } = this
    if (!stream) return
    if (window && firstThatIsNotFinite(this.net.parameters) >= 0) throw this.divergedBy(this.inTheParameters())
    const next = window?.end === position && !window.last ? await stream.next(epoch) : await stream.begin(epoch, position)
    this.window = next
    const agrees = this.correctness === undefined || next.end === next.first || this.correctness === next.correctness
    if (next.end > next.first) this.correctness = agrees ? next.correctness : 'none'
  }

  /** Up to `count` steps, as long as there are samples; stops early where `onStep` made the signal abort. Returns how many were done. */
  steps(count: number, signal: AbortSignal | undefined): number {
    const { onStep } = this.options
    let done = 0
    while (done < count && this.position < (this.window?.end ?? 0)) {
      this.oneStep()
      done++
      if (onStep === undefined) continue
      onStep(this.report())
      if (signal?.aborted) return done
    }
    return done
  }

  /** Sums up the epoch. Throws `DivergedError` where its last step left a parameter that is not finite. */
  sums(): EpochSums {
    if (firstThatIsNotFinite(this.net.parameters) >= 0) throw this.divergedBy(this.inTheParameters())
    const { position, correctness = 'none' } = this
    return {
      number: this.epoch,
      meanCost: this.epochCost[0] / position,
      accuracy: correctness === 'none' ? undefined : this.epochCorrect[0] / position,
      seen: position - this.resumedAt,
    }
  }

  /** Begins the next epoch. Until then a state has the sums of this one, so that an evaluation that was cut off is made again. */
  nextEpoch(epoch: Epoch): void {
    this.history.push(epoch)
    this.stepsPerEpoch = Math.ceil(this.position / this.options.batchSize)
    this.epoch++
    this.position = 0
    if (this.stream) this.window = undefined
    this.resumedAt = 0
    this.epochCost[0] = 0
    this.epochCorrect[0] = 0
    this.drawsAtEpoch = this.draws.state()
    this.beginEpoch()
  }

  /** Keeps the parameters as those of the best epoch. */
  keepBest(value: number): BestEpoch {
    this.best = { epoch: this.epoch, value, parameters: this.net.parameters.slice() }
    return this.best
  }

  /** Gives the network the parameters of its best epoch. A state still has those that training ended with. */
  restoreBest(): void {
    if (this.best === undefined || this.ended) return
    this.ended = this.net.parameters.slice()
    this.net.parameters.set(this.best.parameters)
  }

  state(): TrainState {
    const { net, optimizer, vectors, drawsAtEpoch, epoch, step, position } = this
    return {
      backend: net.backend.name,
      sizes: [...net.sizes],
      dtype: net.dtype,
      size: this.size,
      optimizer: optimizer.name,
      parameters: this.ended?.slice() ?? net.parameters.slice(),
      vectors: vectors.map((vector) => vector.slice()),
      random: [...drawsAtEpoch],
      epoch,
      step,
      position,
      sums: { cost: this.epochCost[0], correct: this.epochCorrect[0] },
      history: [...this.history],
      ...(this.best && { best: { ...this.best, parameters: this.best.parameters.slice() } }),
      schedule: [...this.memory],
    }
  }

  private restore(state: TrainState): void {
    requireState(state, this.net, this.optimizer, this.size, this.memory.length)
    this.net.parameters.set(state.parameters)
    this.vectors.forEach((vector, i) => vector.set(state.vectors[i]))
    this.memory.set(state.schedule)
    this.draws = resumeRandom(state.random)
    this.drawsAtEpoch = [...state.random]
    this.epoch = state.epoch
    this.step = state.step
    this.position = state.position
    this.resumedAt = state.position
    const stepsOfThisEpoch = Math.ceil(state.position / this.options.batchSize)
    if (state.epoch > 1) this.stepsPerEpoch = (state.step - stepsOfThisEpoch) / (state.epoch - 1)
    this.epochCost[0] = state.sums.cost
    this.epochCorrect[0] = state.sums.correct
    this.history.push(...state.history)
    this.best = state.best
  }

  /** Each epoch shuffles the samples as they lie, so that its order follows from the draws at its beginning alone. A stream has its own. */
  private beginEpoch(): void {
    if (this.stream || !this.window) return
    const { order } = this.window
    for (let i = 0; i < order.length; i++) order[i] = i
    shuffle(order, this.draws)
  }

  private oneStep(): void {
    const batch = this.nextBatch()
    if (!isFiniteCell(this.batchCost)) throw this.divergedBy(this.onTheWayForward(batch))
    const { snapshot, step, position, window } = this
    const isFirst = position === window?.first
    if (!snapshot.taken || isFirst || step % this.snapshotEvery === 0) snapshot.take(this.epoch, step, position, this.drawsAtEpoch, window)
    if (this.schedule) this.rates[step % this.snapshotEvery] = learningRateAt(this.schedule, this.scheduleInfo(batch.m), this.memory)
    this.accept(batch)
  }

  /** Gathers the next minibatch and takes it through the network: its errors, and Σ C_x in `batchCost`. */
  private nextBatch(): Batch {
    const { net, position, options } = this
    const { sources, order, weighted, first, end } = this.inWindow()
    const batch = net.batch(Math.min(options.batchSize, end - position))
    gatherBatch(sources, order, position - first, batch)
    errors(net, options.cost, batch, weighted)
    this.batchCost[0] = 0
    sumOfCosts(options.cost, batch.a[net.L], batch.y, weighted ? batch.omega : undefined, this.batchCost)
    return batch
  }

  /** Counts a minibatch in and takes its step. */
  private accept(batch: Batch): void {
    addCell(this.epochCost, this.batchCost)
    countCorrect(this.correctness ?? 'none', batch.a[this.net.L], batch.y, this.epochCorrect)
    this.info.step = this.step + 1
    if (this.schedule) this.info.learningRate = this.rates[this.step % this.snapshotEvery]
    this.descent(batch)
    this.position += batch.m
    this.step++
  }

  private inWindow(): Window {
    if (this.window === undefined) throw new TypeError('a step before samples were fetched')
    return this.window
  }

  private scheduleInfo(m: number): ScheduleInfo {
    const { step, epoch, stepsPerEpoch, position } = this
    return { step: step + 1, epoch, stepsPerEpoch, cost: (this.epochCost[0] + this.batchCost[0]) / (position + m) }
  }

  private report(): StepReport {
    const samples = this.position % this.options.batchSize || this.options.batchSize
    return {
      step: this.step,
      epoch: this.epoch,
      samples,
      cost: this.batchCost[0] / samples,
      learningRate: this.info.learningRate,
    }
  }

  /**
   * Brings the network, and this run, back to the last parameters whose cost was finite. Returns what says where the first
   * number that is not finite appeared: on the way back of the last step, or where it was found.
   */
  private divergedBy(found: DivergedError): DivergedError {
    const { net, snapshot, step } = this
    if (!snapshot.taken) return found
    snapshot.restore()
    this.epoch = snapshot.epoch
    this.step = snapshot.step
    this.position = snapshot.position
    this.drawsAtEpoch = snapshot.draws
    this.draws = resumeRandom(snapshot.draws)
    this.window = snapshot.window
    this.beginEpoch()
    while (this.step < step - 1) this.accept(this.nextBatch())
    const onTheWayBack = firstNonFinite(net, this.nextBatch(), true)
    return onTheWayBack ? this.divergedAt(onTheWayBack, this.step + 1) : found
  }

  private onTheWayForward(batch: Batch): DivergedError {
    const { net, options } = this
    const found = firstNonFinite(net, batch, false)
    if (found) return this.divergedAt(found, this.step + 1)
    // Every activation is finite and C_x is not: the cost plugin made it so.
    const values = Array.from({ length: batch.m }, (_, i) => options.cost.value(batch.a[net.L].column(i), batch.y.column(i)))
    const sample = Math.max(0, values.findIndex((value) => !Number.isFinite(value)))
    return this.divergedAt({ layer: net.L, neuron: 0, sample, quantity: 'cost', value: values[sample] }, this.step + 1)
  }

  /** The last step of an epoch has no next one whose cost would show it. */
  private inTheParameters(): DivergedError {
    const { w, b, L } = this.net
    let layer = 2
    while (layer < L && firstThatIsNotFinite(w[layer].data) < 0 && firstThatIsNotFinite(b[layer].data) < 0) layer++
    const weights = [...w[layer].data, ...b[layer].data]
    const place = weights.findIndex((value) => !Number.isFinite(value))
    const last = Math.floor((this.position - 1) / this.options.batchSize) * this.options.batchSize
    const quantity = place < w[layer].data.length ? 'w' : 'b'
    const at = { layer, neuron: place % w[layer].rows, sample: last - this.position, quantity, value: weights[place] } as const
    return this.divergedAt(at, this.step)
  }

  private divergedAt(at: Omit<NonFinite, 'quantity'> & Pick<DivergedError, 'quantity'>, step: number): DivergedError {
    const { order, first } = this.inWindow()
    const place = this.position - first + at.sample
    return new DivergedError({ ...at, step, epoch: this.epoch, sample: this.stream ? first + place : order[place] })
  }
}

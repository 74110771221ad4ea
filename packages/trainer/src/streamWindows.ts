import type { Columns, Network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { DataError, inOrder } from '@nablajs/linalg'
import { correctnessOf } from './countCorrect.js'
import { sourcesOf, type Sources } from './gather.js'
import { requireFiniteSamples, requireSamples, type Samples, type SampleStream } from './samples.js'
import type { Window } from './window.js'

/** A window of a stream takes about so many bytes, of which there are two: the one before is kept for a replay. */
const WINDOW_BYTES = 1 << 23

interface Room {
  readonly samples: Samples
  readonly sources: Sources
}

/**
 * Cuts a stream into windows of whole minibatches; the last of an epoch may end with a short one. Memory is taken once, for two windows.
 *
 * Shapes: blocks of n_1 × size inputs and n_L × size targets, all of one element type and scale.
 */
export class StreamWindows {
  private readonly net: Network
  private readonly stream: SampleStream
  private readonly batchSize: number
  private readonly cost: Cost
  private blocks: AsyncIterator<Samples> | undefined
  private block: Samples | undefined
  private offset = 0
  /** The first block of all: the others are like it. */
  private model: Samples | undefined
  private rooms: readonly [Room, Room] | undefined
  private turn = 0
  private place = 0
  /** Samples of the epoch in the blocks before this one. */
  private before = 0
  private ended = false

  constructor(net: Network, stream: SampleStream, batchSize: number, cost: Cost) {
    this.net = net
    this.stream = stream
    this.batchSize = batchSize
    this.cost = cost
  }

  /** Begins an epoch, after its first `skipped` samples. Rejects with `DataError` for a stream that has fewer. */
  async begin(epoch: number, skipped: number): Promise<Window> {
    this.blocks = (this.stream.epoch?.(epoch) ?? this.stream)[Symbol.asyncIterator]()
    this.block = undefined
    this.offset = 0
    this.place = skipped
    this.before = 0
    this.ended = false
    for (let left = skipped; left > 0; ) {
      const available = await this.available(epoch)
      if (available === 0) throw tooShort(skipped, skipped - left)
      const passed = Math.min(left, available)
      this.offset += passed
      left -= passed
    }
    return this.next(epoch)
  }

  /** The samples that come next. */
  async next(epoch: number): Promise<Window> {
    let available = await this.available(epoch)
    if (this.model === undefined || (available === 0 && this.place === 0)) throw isEmpty(epoch)
    this.rooms ??= [this.roomFor(this.model), this.roomFor(this.model)]
    const { samples, sources } = this.rooms[this.turn]
    this.turn = 1 - this.turn
    let filled = 0
    while (filled < samples.size && available > 0 && this.block) {
      const count = Math.min(available, samples.size - filled)
      copyColumns(this.block, this.offset, count, samples, filled)
      filled += count
      this.offset += count
      available = await this.available(epoch)
    }
    const first = this.place
    this.place += filled
    const part = { ...samples, size: filled }
    return {
      sources,
      order: inOrder(samples.size),
      correctness: filled === 0 ? 'none' : correctnessOf(part),
      weighted: samples.weights !== undefined,
      first,
      end: this.place,
      last: this.ended,
    }
  }

  /** How many samples of the current block are left, the next one fetched where there are none. */
  private async available(epoch: number): Promise<number> {
    while (!this.ended && (this.block === undefined || this.offset >= this.block.size)) {
      this.before += this.block?.size ?? 0
      const next = await this.blocks?.next()
      if (next === undefined || next.done === true) {
        this.ended = true
        this.block = undefined
        return 0
      }
      const where = `train, block at sample ${this.before} of epoch ${epoch}`
      requireSamples(where, this.net, next.value)
      await requireFiniteSamples(where, next.value, this.cost)
      if (this.model) requireAlike(where, this.model, next.value)
      this.model ??= next.value
      this.block = next.value
      this.offset = 0
    }
    return this.block ? this.block.size - this.offset : 0
  }

  private roomFor({ inputs, targets, weights }: Samples): Room {
    const bytes = [inputs, targets, weights].reduce((sum, part) => sum + (part ? part.rows * part.data.BYTES_PER_ELEMENT : 0), 0)
    const size = this.batchSize * Math.max(1, Math.floor(WINDOW_BYTES / bytes / this.batchSize))
    const samples = { size, inputs: like(inputs, size), targets: like(targets, size), ...(weights && { weights: like(weights, size) }) }
    return { samples, sources: sourcesOf(this.net, samples) }
  }
}

function like({ rows, data, scale = 1 }: Columns, size: number): Columns {
  const length = rows * size
  const copy = data instanceof Uint8Array ? new Uint8Array(length) : data instanceof Float32Array ? new Float32Array(length) : new Float64Array(length)
  return { rows, data: copy, scale }
}

function copyColumns(from: Samples, first: number, count: number, to: Samples, at: number): void {
  copyPart(from.inputs, first, count, to.inputs, at)
  copyPart(from.targets, first, count, to.targets, at)
  if (from.weights && to.weights) copyPart(from.weights, first, count, to.weights, at)
}

function copyPart({ rows, data }: Columns, first: number, count: number, to: Columns, at: number): void {
  to.data.set(data.subarray(first * rows, (first + count) * rows), at * rows)
}

function requireAlike(where: string, first: Samples, { inputs, targets, weights }: Samples): void {
  requireAlikePart(`${where}, inputs`, first.inputs, inputs)
  requireAlikePart(`${where}, targets`, first.targets, targets)
  requireAlikePart(`${where}, weights`, first.weights, weights)
}

function requireAlikePart(where: string, first: Columns | undefined, part: Columns | undefined): void {
  const [expected, got] = [kindOf(first), kindOf(part)]
  if (expected === got) return
  throw new DataError({ where, expected: `${expected}, as in the first block`, got, fix: 'Give every block of a stream the same element type and scale.' })
}

function kindOf(part: Columns | undefined): string {
  if (part === undefined) return 'none'
  const { data, scale = 1 } = part
  const name = data instanceof Uint8Array ? 'Uint8Array' : data instanceof Float32Array ? 'Float32Array' : 'Float64Array'
  return scale === 1 ? name : `${name} times ${scale}`
}

function isEmpty(epoch: number): DataError {
  return new DataError({
    where: `train, epoch ${epoch}`,
    expected: 'a stream that begins anew at each iteration',
    got: 'no sample',
    fix: 'Give an object whose [Symbol.asyncIterator] makes a new iterator each time; a generator that was called gives its samples once.',
  })
}

function tooShort(expected: number, got: number): DataError {
  return new DataError({
    where: 'train, resume',
    expected: `at least ${expected} samples, which the state has seen of this epoch`,
    got: String(got),
    fix: 'Go on with the stream that the state was made with.',
  })
}

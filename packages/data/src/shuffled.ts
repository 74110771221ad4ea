import { DataError, inOrder, OptionError, random, shuffle, type Random } from '@nablajs/linalg'
import { wholeNumber } from './requireOption.js'
import type { SampleStream } from './sampleStream.js'
import type { ColumnData, Columns, Samples } from './samples.js'
import { select } from './select.js'

/** How a stream is brought into a random order. */
export interface ShuffledOptions {
  /** How many samples wait in memory to be drawn from, 10,000 unless said: the more, the better they are mixed. */
  buffer?: number
  /** A whole number, 1 unless said. */
  seed?: number
  /** Whose order a plain loop over the stream has, 1 unless said; `epoch(number)` of the stream gives that of any other. */
  epoch?: number
}

const BUFFER = 10000
const LARGEST_BUFFER = 2 ** 31
/** The buffer lies in memory: 4 GiB. */
const MOST_BYTES = 2 ** 32

/**
 * A stream in a random order, another one in each epoch: `buffer` samples wait, and each that comes takes the place of one of them, drawn
 * at random, which goes out. The order follows from seed, epoch and `buffer` alone, however the stream is cut into blocks, so a training
 * that goes on in epoch 5 has the order that it would have had. A sample goes out at the earliest `buffer` places before its own: a file
 * that is sorted by class wants a large buffer.
 *
 * Shapes: blocks as they come in, after the first ones have filled the buffer. Throws `OptionError` for an option that cannot be, the
 * iterator too where the buffer would take more than 4 GiB; it rejects with `DataError` where blocks differ in rows, element types or
 * scales, and with what the stream rejects with.
 */
export function shuffled(stream: SampleStream, { buffer = BUFFER, seed = 1, epoch = 1 }: ShuffledOptions = {}): SampleStream {
  wholeNumber('shuffled', 'buffer', buffer, 1, LARGEST_BUFFER)
  wholeNumber('shuffled', 'seed', seed, -Infinity, Infinity)
  wholeNumber('shuffled', 'epoch', epoch, 1, Infinity)
  const ofEpoch = (number: number) => drawn(stream.epoch?.(number) ?? stream, buffer, drawsOf(seed, number))
  return {
    ...(stream.size !== undefined && { size: stream.size }),
    inputsRows: stream.inputsRows,
    targetsRows: stream.targetsRows,
    epoch: (number) => ({ [Symbol.asyncIterator]: () => ofEpoch(number) }),
    [Symbol.asyncIterator]: () => ofEpoch(epoch),
  }
}

const TWO_32 = 4294967296

/** The draws of an epoch: a stream of their own, so that an epoch can begin without those before it having been read. */
function drawsOf(seed: number, epoch: number): Random {
  const seeds = random(seed)
  let seedOfEpoch = 0
  for (let k = 0; k < epoch; k++) seedOfEpoch = seeds.integer(TWO_32)
  return random(seedOfEpoch)
}

async function* drawn(stream: AsyncIterable<Samples>, capacity: number, draws: Random): AsyncGenerator<Samples> {
  let waiting: Samples | undefined
  let filled = 0
  let piece = 1
  for await (const block of stream) {
    if (waiting === undefined) {
      requireRoom(capacity, block)
      waiting = emptyLike(block, capacity)
      piece = block.size
    }
    requireAlike(waiting, block)
    const entering = Math.min(capacity - filled, block.size)
    for (let i = 0; i < entering; i++) move(block, i, waiting, filled++)
    if (entering === block.size) continue
    const out = emptyLike(block, block.size - entering)
    for (let i = entering; i < block.size; i++) {
      const chosen = draws.integer(capacity)
      move(waiting, chosen, out, i - entering)
      move(block, i, waiting, chosen)
    }
    yield out
  }
  if (waiting === undefined) return
  const order = inOrder(filled)
  shuffle(order, draws)
  for (let from = 0; from < filled; from += piece) yield select(waiting, order.subarray(from, from + piece))
}

/** Room for as many samples of the same parts. */
function emptyLike({ inputs, targets, weights, labels }: Samples, size: number): Samples {
  return {
    size,
    inputs: emptyColumns(inputs, size),
    targets: emptyColumns(targets, size),
    ...(weights && { weights: emptyColumns(weights, size) }),
    ...(labels && { labels: new Uint8Array(size) }),
  }
}

function emptyColumns({ rows, data, ...rest }: Columns, size: number): Columns {
  return { ...rest, rows, data: arrayLike(data, rows * size) }
}

function arrayLike(data: ColumnData, length: number): ColumnData {
  if (data instanceof Uint8Array) return new Uint8Array(length)
  return data instanceof Float32Array ? new Float32Array(length) : new Float64Array(length)
}

/** Copies sample i of one to place j of another. */
function move(from: Samples, i: number, to: Samples, j: number): void {
  moveColumn(from.inputs, i, to.inputs, j)
  moveColumn(from.targets, i, to.targets, j)
  if (from.weights && to.weights) moveColumn(from.weights, i, to.weights, j)
  if (from.labels && to.labels) to.labels[j] = from.labels[i] ?? 0
}

function moveColumn({ rows, data }: Columns, i: number, to: Columns, j: number): void {
  to.data.set(data.subarray(i * rows, (i + 1) * rows), j * rows)
}

function requireRoom(buffer: number, block: Samples): void {
  const bytes = [block.inputs, block.targets].reduce((sum, { rows, data }) => sum + rows * data.BYTES_PER_ELEMENT, 0)
  if (buffer * bytes <= MOST_BYTES) return
  throw new OptionError({
    option: 'buffer',
    where: 'shuffled, buffer',
    expected: `at most ${MOST_BYTES} bytes of samples`,
    got: `${buffer} samples of ${bytes} bytes`,
    fix: `Give { buffer: ${Math.floor(MOST_BYTES / bytes)} } or fewer.`,
  })
}

function requireAlike(first: Samples, block: Samples): void {
  const [expected, got] = [kindOf(first), kindOf(block)]
  if (expected === got) return
  const fix = 'Give blocks of one kind: as many rows, the same element type and scale in each.'
  throw new DataError({ where: 'shuffled, a block', expected, got, fix })
}

function kindOf({ inputs, targets, weights, labels }: Samples): string {
  const part = (columns: Columns | undefined) =>
    columns ? `${columns.rows} rows of ${columns.data.BYTES_PER_ELEMENT} bytes, scale ${columns.scale ?? 1}` : 'none'
  return `inputs: ${part(inputs)}; targets: ${part(targets)}; weights: ${part(weights)}; labels: ${labels ? 'some' : 'none'}`
}

import { requireTargets, type Columns, type Network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { DataError, ShapeError } from '@nablajs/linalg'
import { breathe } from './breathe.js'

/** What is trained on: `size` samples, each a column of inputs and one of targets, and perhaps a weight. */
export interface Samples {
  readonly size: number
  readonly inputs: Columns
  readonly targets: Columns
  /** ω_i, 1 × size: how much sample i counts; 1 each unless given. */
  readonly weights?: Columns
}

/**
 * Samples that need not fit in memory: blocks of them, one after another, in the order in which they are trained on. Every iteration
 * begins anew.
 */
export interface SampleStream extends AsyncIterable<Samples> {
  /** How many samples an epoch has, where that is known before. */
  readonly size?: number
  /** The samples of an epoch, from 1, where its order is not that of the others. */
  epoch?(number: number): AsyncIterable<Samples>
}

/**
 * Whether samples come as a stream of blocks.
 *
 * Shapes: none.
 */
export function isStream(samples: Samples | SampleStream): samples is SampleStream {
  return typeof samples === 'object' && samples !== null && Symbol.asyncIterator in samples
}

/**
 * Throws unless the samples fit the network: their count, and the length of a column. Whether the numbers are finite is
 * `requireFiniteSamples`.
 *
 * Shapes: inputs n_1 × size, targets n_L × size, weights 1 × size. Throws `ShapeError`, or `DataError` for what are no samples.
 */
export function requireSamples(where: string, { sizes, L }: Network, samples: Samples): void {
  const { size, inputs, targets, weights } = samples ?? {}
  if (!Number.isSafeInteger(size) || size < 1 || !inputs?.data || !targets?.data) throw noSamples(where, samples)
  requireColumns(`${where}, inputs`, inputs, sizes[0], size)
  requireColumns(`${where}, targets`, targets, sizes[L - 1], size, targets.rows === 1 ? `If these are labels, make columns of them: oneHot(labels, ${sizes[L - 1]}).` : FIT)
  if (weights) requireColumns(`${where}, weights`, weights, 1, size)
}

/** Numbers looked at between two turns of the event loop: about a millisecond. */
const PIECE = 1 << 20

/**
 * Throws where a number is not finite, or a target is none that the cost is for, letting the event loop breathe. Bytes are always finite.
 *
 * Shapes: inputs n_1 × size, targets n_L × size, weights 1 × size. Rejects with `DataError` naming sample and row.
 */
export async function requireFiniteSamples(where: string, { inputs, targets, weights }: Samples, cost: Cost): Promise<void> {
  for (const [name, part] of Object.entries({ inputs, targets, weights })) {
    if (part === undefined || part.data instanceof Uint8Array) continue
    await inPieces(part, (from, to) => requireFinite(`${where}, ${name}`, part, from, to))
  }
  if (cost.targets) await inPieces(targets, (from, to) => requireTargets(`${where}, targets`, cost, targets, from, to))
}

async function inPieces({ data }: Columns, look: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < data.length; from += PIECE) {
    look(from, Math.min(from + PIECE, data.length))
    await breathe()
  }
}

function noSamples(where: string, samples: unknown): DataError {
  const promised = typeof samples === 'object' && samples !== null && 'then' in samples
  const count = typeof samples === 'object' && samples !== null && 'size' in samples ? `size ${String(samples.size)}` : typeof samples
  return new DataError({
    where,
    expected: 'samples: { size, inputs, targets } with at least one sample',
    got: promised ? 'a promise' : count,
    fix: promised ? 'Write await before it.' : 'dataset() of @nablajs/data makes them from arrays; digits() and readMnist() from files.',
  })
}

const FIT = 'Make the network with sizes that match the samples, or the samples to match the network.'

function requireColumns(where: string, columns: Columns, rows: number, size: number, fix = FIT): void {
  if (columns.rows !== rows) {
    throw new ShapeError({
      operation: where,
      shapes: [`${rows} × ${size}`, `${columns.rows} × ${size}`],
      side: 'rows',
      where,
      expected: `columns of ${rows} numbers, one for each neuron, or one weight for each sample`,
      got: String(columns.rows),
      fix,
    })
  }
  if (columns.data.length !== rows * size) throw wrongCount(where, rows, size, columns.data.length)
  if (columns.scale !== undefined && !Number.isFinite(columns.scale)) throw wrongScale(where, columns.scale)
}

function wrongScale(where: string, scale: number): DataError {
  return new DataError({
    where: `${where}, scale`,
    expected: 'a finite number',
    got: String(scale),
    fix: 'Leave it out for 1, or give what every number is to be multiplied by, for example 1/255.',
  })
}

function wrongCount(where: string, rows: number, size: number, got: number): ShapeError {
  return new ShapeError({
    operation: where,
    shapes: [`${rows} × ${size}`, `${got} numbers`],
    side: 'columns',
    where,
    expected: `${rows * size} numbers for ${size} samples`,
    got: got % rows === 0 ? `${got}, which is ${got / rows} samples` : `${got}, which is no whole number of samples`,
    fix: 'Give inputs, targets and weights for the same samples.',
  })
}

function requireFinite(where: string, { data, rows }: Columns, from: number, to: number): void {
  // 0 · x is 0 for every finite x and NaN for every other: one pass without a branch.
  let sum = 0
  for (let at = from; at < to; at++) sum += 0 * data[at]
  if (sum === 0) return
  let at = from
  while (Number.isFinite(data[at])) at++
  const sample = Math.floor(at / rows)
  throw new DataError({
    sample,
    row: at % rows,
    where: `${where}, sample ${sample}, row ${at % rows}`,
    expected: 'a finite number',
    got: String(data[at]),
    fix: 'Clean or leave out this sample; a single such number would spoil every weight.',
  })
}

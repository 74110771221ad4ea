import { random } from '@nablajs/linalg'
import { shuffled } from '@nablajs/data'
import { streamCsv } from '@nablajs/data/node'
import { createHash } from 'node:crypto'
import { NAMES, tableOf } from './largeFiles.js'
import { pieces } from './pieces.js'
import { preprocessing, trained } from './subject.js'

/** How a table is cut while it is read. */
export interface Cut {
  /** Bytes that come together. */
  readonly piece: number
  /** Samples of a block. */
  readonly block: number
}

const table = Buffer.from(NAMES + tableOf(3000, random(5)))

/** A hash of the samples of a table in the order in which they are trained on, and of the parameters that they lead to. */
export async function order({ piece, block }: Cut, seed: number): Promise<{ samples: string; parameters: string }> {
  const source = { name: 'table', open: () => pieces(table, piece) }
  const stream = shuffled(streamCsv(source, { preprocessing, block }), { seed, buffer: 500 })
  const hash = createHash('sha256')
  for await (const { inputs, targets, size } of stream) {
    for (let i = 0; i < size; i++) for (const { rows, data } of [inputs, targets]) hash.update(Float64Array.from(data.subarray(i * rows, (i + 1) * rows)))
  }
  const { parameters } = await trained(stream)
  return { samples: hash.digest('hex'), parameters: createHash('sha256').update(new Uint8Array(parameters.slice().buffer)).digest('hex') }
}

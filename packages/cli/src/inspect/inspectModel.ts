import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { Network } from '@nablajs/backprop'
import { SATURATED, saturation, type Saturation } from '@nablajs/explain'
import type { Preprocessing } from '@nablajs/model-io'
import { loadModel, nodeFileSystem, type FileSystem } from '@nablajs/model-io/node'
import { histogramChart } from './histogramChart.js'
import { requirePreprocessing } from '../loadForUse.js'
import type { Plugins } from '../plugins.js'
import { preprocessingTable } from './preprocessingTable.js'
import type { RowsOptions } from '../source/readRows.js'
import { readSource } from '../source/readSource.js'
import { inputsOfSource } from '../source/samplesFrom.js'
import { statisticsOf, type Statistics } from './statisticsOf.js'
import type { Surroundings } from '../surroundings.js'
import { counted, printable, type Terminal } from '../terminal/terminal.js'
import { textTable } from '../terminal/textTable.js'

/** What a model file holds, for machines. */
export interface Inspected {
  readonly model: string
  readonly bytes: number
  readonly sha256: string
  readonly sizes: readonly number[]
  readonly dtype: string
  readonly parameters: number
  /** The name of the cost that it was trained with. */
  readonly cost?: string
  readonly layers: readonly InspectedLayer[]
  readonly preprocessing?: Preprocessing
  /** How many rows the saturation is of. */
  readonly rows?: number
}

/** One layer of it, 2 … L. */
export interface InspectedLayer {
  readonly layer: number
  readonly neurons: number
  readonly activation: string
  readonly parameters: number
  readonly weights: Statistics
  /** Where rows were given. */
  readonly saturation?: Pick<Saturation, 'meanSlope' | 'largestSlope' | 'saturated'>
}

/**
 * `nabla inspect`: what a model file holds, and with rows how saturated each layer is.
 *
 * Shapes: none. Rejects as `loadModel` does, and with `DataError` for rows that the model was not made for, or where it does not say how rows
 * become its inputs.
 */
export async function inspectModel(model: string, paths: readonly string[], rows: RowsOptions, { activations }: Plugins, { io }: Surroundings, out: Terminal): Promise<Inspected> {
  const file = seen()
  const { net, preprocessing, cost } = await loadModel(resolve(io.cwd, model), { activations: [...activations.values()], fs: file.fs })
  const inputs = paths.length === 0 ? undefined : inputsOfSource(await readSource(paths, rows, io), requirePreprocessing(model, preprocessing))
  const inspected = {
    model,
    ...file.facts(),
    sizes: net.sizes,
    dtype: net.dtype,
    parameters: net.parameters.length,
    ...(cost !== undefined && { cost }),
    layers: layersOf(net, inputs && saturation(net, inputs)),
    ...(preprocessing && { preprocessing }),
    ...(inputs && { rows: inputs.data.length / inputs.rows }),
  }
  show(inspected, out)
  return inspected
}

/** The file system, and the length and hash of what was read: the file is read once. */
function seen(): { fs: FileSystem; facts(): { bytes: number; sha256: string } } {
  const hash = createHash('sha256')
  let bytes = 0
  const fs = {
    ...nodeFileSystem,
    async readFile(path: string) {
      const file = await nodeFileSystem.readFile(path)
      hash.update(file)
      bytes = file.length
      return file
    },
  }
  return { fs, facts: () => ({ bytes, sha256: hash.digest('hex') }) }
}

function layersOf(net: Network, saturations: readonly Saturation[] | undefined): InspectedLayer[] {
  return net.sizes.slice(1).map((neurons, i) => {
    const weights = net.w[i + 2]?.data ?? []
    const found = saturations?.[i]
    return {
      layer: i + 2,
      neurons,
      activation: net.activation[i + 2]?.name ?? '',
      parameters: weights.length + neurons,
      weights: statisticsOf(weights),
      ...(found && { saturation: { meanSlope: found.meanSlope, largestSlope: found.largestSlope, saturated: found.saturated } }),
    }
  })
}

function show({ model, bytes, sha256, sizes, dtype, parameters, cost, layers, preprocessing, rows }: Inspected, out: Terminal): void {
  out.show(`${model}: ${counted(bytes)} bytes, SHA-256 ${sha256}`)
  out.show(`[${sizes.join(', ')}], ${dtype}, ${counted(parameters)} parameters, ${cost === undefined ? 'no cost said' : `${printable(cost)} cost`}\n`)
  const facts = layers.map(({ layer, neurons, activation, parameters }) => [String(layer), counted(neurons), printable(activation), counted(parameters)])
  out.show(`${textTable(['layer', 'neurons', 'activation', 'parameters'], facts)}\n`)
  out.show(`${preprocessing ? preprocessingTable(preprocessing) : 'It does not say how rows become its inputs: a network alone.'}\n`)
  for (const { layer, weights } of layers) {
    const { min, mean, deviation, max, zeros, count, histogram } = weights
    const [least, middle, spread, most] = [min, mean, deviation, max].map((x) => x.toPrecision(3))
    out.show(`layer ${layer}, ${counted(count)} weights: min ${least}, mean ${middle}, deviation ${spread}, max ${most}, zeros ${counted(zeros)}`)
    out.show(`${histogramChart(histogram, out.width)}\n`)
  }
  if (rows === undefined) {
    out.show('Saturation is a matter of data: give some, nabla inspect MODEL DATA.')
    return
  }
  const slopes = layers.flatMap(({ layer, saturation }) =>
    saturation ? [[String(layer), `${(100 * saturation.saturated).toFixed(1)} %`, saturation.meanSlope.toPrecision(3), saturation.largestSlope.toPrecision(3)]] : [],
  )
  out.show(`Saturated: |σ′(z)| below ${SATURATED} of its largest, over neurons × ${counted(rows)} rows\n`)
  out.show(textTable(['layer', 'saturated', 'mean |σ′|', 'largest |σ′|'], slopes))
}

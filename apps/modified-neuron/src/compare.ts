import { sigmoid, type ElementwiseActivation, type Layer } from 'nabla'
import { chartOf } from './chartOf.js'
import { curvesOf, meanOf, type Training } from './curvesOf.js'

/** A network that one neuron of is given f, and how it is trained. */
export interface Comparison extends Training {
  readonly f: ElementwiseActivation
  readonly layersWith: (f: ElementwiseActivation) => readonly Layer[]
  /** Epochs whose cost is shown. */
  readonly shown: readonly number[]
}

/**
 * The same training with σ and with f at one neuron: the cost of each run at some epochs, in how many runs f is the lower one,
 * and the mean over the runs as two curves on one scale.
 *
 * Shapes: returns lines of text.
 */
export async function compare({ f, layersWith, shown, ...training }: Comparison): Promise<string> {
  const withSigmoid = await curvesOf(layersWith(sigmoid), training)
  const withF = await curvesOf(layersWith(f), training)
  const costs = (curve: readonly number[] = []) => shown.map((epoch) => curve[epoch - 1] ?? NaN)
  const row = (head: string, cells: readonly (number | string)[]) => head.padEnd(22) + cells.map((cell) => String(cell).padStart(9)).join('')
  const rows = (name: string, curves: readonly (readonly number[])[]) =>
    curves.map((curve, i) => row(`${name}, seed ${training.seeds[i] ?? ''}`, costs(curve).map((cost) => cost.toFixed(4))))
  const lower = shown.map((epoch) => withF.filter((curve, i) => (curve[epoch - 1] ?? NaN) < (withSigmoid[i]?.[epoch - 1] ?? NaN)).length)
  const means = [meanOf(withSigmoid), meanOf(withF)]
  const top = Math.max(...means.flat())
  return [
    row('cost in epoch', shown),
    ...rows(sigmoid.name, withSigmoid),
    ...rows(f.name, withF),
    row(`${f.name} lower in`, lower.map((runs) => `${runs} of ${training.seeds.length}`)),
    ...[sigmoid, f].map(({ name }, i) => `\n${chartOf(`${name}: mean cost of the ${training.seeds.length} runs, by epoch`, means[i] ?? [], top)}`),
  ].join('\n')
}

import { applyRows, PluginError, pullbackRows } from '@nablajs/linalg'
import type { Activation, ElementwiseActivation } from './activation.js'

/** Rows from … to − 1 of a layer, which one activation treats. */
interface RunOfNeurons {
  readonly activation: ElementwiseActivation
  readonly from: number
  readonly to: number
}

/**
 * A layer in which single neurons have an activation of their own: `perNeuron(sigmoid, { 2: relu })` is sigmoid everywhere
 * but on neuron 2, counted from 0, the row of z. Each activation runs on its own rows, by its kernel where there is one.
 *
 * Shapes: z, a, g and delta n_l × m. Throws `PluginError` where an activation is not elementwise; its `check` throws it
 * where an index is not a whole number or lies past the layer. Source: chapter 2, the exercise on a single modified neuron.
 */
export function perNeuron(base: ElementwiseActivation, neurons: Readonly<Record<number, ElementwiseActivation>>): Activation {
  const own = Object.entries(neurons)
  const name = `perNeuron(${base.name}, { ${own.map(([index, { name }]) => `${index}: ${name}`).join(', ')} })`
  const all = [base, ...own.map(([, activation]) => activation)]
  for (const activation of all) if (typeof activation.f !== 'function') throw notElementwise(name, activation)

  const activationOf = (neuron: number) => neurons[neuron] ?? base
  // By height of the layer, each made once, so that a call makes none.
  const runs: (readonly RunOfNeurons[] | undefined)[] = []
  const runsOf = (height: number) => (runs[height] ??= runsOfHeight(height, activationOf))

  return {
    name,
    apply(z, a) {
      for (const { activation, from, to } of runsOf(z.rows)) applyRows(activation, z, a, from, to)
    },
    pullback(z, a, g, delta) {
      for (const { activation, from, to } of runsOf(z.rows)) pullbackRows(activation, z, a, g, delta, from, to)
    },
    kernelOf: (neuron) => activationOf(neuron).kernel,
    check(height) {
      for (const [index] of own) {
        const neuron = Number(index)
        if (!(Number.isInteger(neuron) && neuron >= 0 && neuron < height)) throw noNeuron(name, index, height)
      }
    },
    exact: all.every(({ exact }) => exact),
  }
}

function runsOfHeight(height: number, activationOf: (neuron: number) => ElementwiseActivation): RunOfNeurons[] {
  const runs: RunOfNeurons[] = []
  for (let from = 0, to = 1; to <= height; to++) {
    const activation = activationOf(from)
    if (to < height && activationOf(to) === activation) continue
    runs.push({ activation, from, to })
    from = to
  }
  return runs
}

function notElementwise(plugin: string, { name }: ElementwiseActivation): PluginError {
  return new PluginError({
    plugin,
    where: plugin,
    expected: 'elementwise activations only',
    got: `${name}, which has no f of its own for one neuron`,
    fix: 'Give such an activation to the whole layer.',
  })
}

function noNeuron(plugin: string, index: string, height: number): PluginError {
  return new PluginError({
    plugin,
    where: `${plugin}, on a layer of ${height}`,
    expected: `a neuron of 0 … ${height - 1}`,
    got: index,
    fix: 'Neurons are counted from 0; give the row of z.',
  })
}

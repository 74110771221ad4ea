import { feedforward, type Network } from '@nablajs/backprop'
import type { LabelledSamples } from '@nablajs/data'
import { argmaxByColumn, zeros } from '@nablajs/linalg'

/** What a network makes of a digit. */
export interface Answer {
  /** The index of the digit among the samples. */
  readonly sample: number
  readonly label: number
  readonly answer: number
  /** How much stronger the answer's output is than that of the right one: 0 where they are the same. */
  readonly excess: number
}

/** Images that are floats at a time; the rest stay bytes. */
const CHUNK = 500

/**
 * Reads every digit: the answer is the neuron with the largest output.
 *
 * Shapes: inputs n_1 × m; returns m answers.
 */
export function answersOf(net: Network, { size, inputs, labels }: LabelledSamples): Answer[] {
  const { rows, data, scale = 1 } = inputs
  const answers: Answer[] = []
  for (let from = 0; from < size; from += CHUNK) {
    const X = zeros(rows, Math.min(CHUNK, size - from))
    for (let at = 0; at < X.data.length; at++) X.data[at] = (data[at + from * rows] ?? 0) * scale
    const output = feedforward(net, X)
    argmaxByColumn(output).forEach((answer, i) => {
      const label = labels[from + i] ?? 0
      answers.push({ sample: from + i, label, answer, excess: output.get(answer, i) - output.get(label, i) })
    })
  }
  return answers
}

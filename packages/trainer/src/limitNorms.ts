import type { Floats } from '@nablajs/linalg'
import type { StepInfo } from './optimizer.js'

/** Σ w² by neuron; it grows and is kept. */
let squares: Float64Array = /* @__PURE__ */ new Float64Array(0)

/**
 * Multiplies the weights into a neuron by most / ‖w_j‖₂ where they are longer than that. A layer has as many neurons as there are
 * biases behind its weights. Squares are summed in float64, from the first input to the last.
 *
 * Shapes: flat parameters, w^l column after column, updated; `weightRanges` of all layers.
 */
export function limitNorms(parameters: Floats, weightRanges: StepInfo['weightRanges'], most: number): void {
  for (let range = 0; range < weightRanges.length; range++) {
    const end = weightRanges[range][1]
    const next = range + 1 < weightRanges.length ? weightRanges[range + 1][0] : parameters.length
    limitRows(parameters, weightRanges[range][0], end, next - end, most)
  }
}

function limitRows(w: Floats, first: number, end: number, rows: number, most: number): void {
  if (squares.length < rows) squares = new Float64Array(rows)
  squares.fill(0, 0, rows)
  for (let i = first; i < end; i += rows) {
    for (let j = 0; j < rows; j++) squares[j] += w[i + j] * w[i + j]
  }
  for (let j = 0; j < rows; j++) {
    if (!(squares[j] > most * most)) continue
    const factor = most / Math.sqrt(squares[j])
    for (let i = first + j; i < end; i += rows) w[i] = w[i] * factor
  }
}

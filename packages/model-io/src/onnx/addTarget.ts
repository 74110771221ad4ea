import { OptionError } from '@nablajs/linalg'
import type { Target } from '../preprocessing.js'
import type { OnnxGraph } from './onnxGraph.js'

/** double of TensorProto.DataType, for Cast. */
const DOUBLE = 11

/**
 * Puts what the outputs mean into the graph: `y` and the name of the largest, `class`, or `y` in the units of the table.
 *
 * Shapes: a: N × n_L; y: N × n_L floats, class: N texts; of numbers y: N × n_L doubles. Throws `OptionError` where the target has not n_L
 * columns.
 */
export function addTarget(graph: OnnxGraph, target: Target, n: number, a: string): void {
  const count = target.kind === 'classes' ? target.classes.length : target.columns.length
  if (count !== n) {
    throw new OptionError({
      option: 'preprocessing',
      where: 'toOnnx, preprocessing.target',
      expected: `${n} ${target.kind === 'classes' ? 'classes' : 'columns'}, as the network has outputs`,
      got: String(count),
      fix: 'Give the preprocessing that the network was trained with.',
    })
  }
  if (target.kind === 'classes') addClasses(graph, target.classes, a)
  else addNumbers(graph, target.columns, a)
}

function addClasses({ nodes, tensors }: OnnxGraph, classes: readonly string[], a: string): void {
  tensors.push({ name: 'y_classes', type: 'string', dims: [classes.length], data: classes })
  nodes.push({ op: 'Identity', inputs: [a], outputs: ['y'] })
  nodes.push({ op: 'ArgMax', inputs: [a], outputs: ['y_largest'], attributes: { axis: { kind: 'int', value: 1 }, keepdims: { kind: 'int', value: 0 } } })
  nodes.push({ op: 'Gather', inputs: ['y_classes', 'y_largest'], outputs: ['class'] })
}

function addNumbers({ nodes, tensors }: OnnxGraph, columns: (Target & { kind: 'numbers' })['columns'], a: string): void {
  tensors.push({ name: 'y_deviations', type: 'double', dims: [columns.length], data: columns.map(({ deviation }) => deviation) })
  tensors.push({ name: 'y_means', type: 'double', dims: [columns.length], data: columns.map(({ mean }) => mean) })
  nodes.push({ op: 'Cast', inputs: [a], outputs: ['y_standard'], attributes: { to: { kind: 'int', value: DOUBLE } } })
  nodes.push({ op: 'Mul', inputs: ['y_standard', 'y_deviations'], outputs: ['y_scaled'] })
  nodes.push({ op: 'Add', inputs: ['y_scaled', 'y_means'], outputs: ['y'] })
}

import { OptionError } from '@nablajs/linalg'
import type { InputColumn } from '../preprocessing.js'
import type { OnnxGraph } from './onnxGraph.js'

/** float of TensorProto.DataType, for Cast. */
const FLOAT = 1

/**
 * Puts what makes the network's inputs of the columns of a table into the graph, each an input of its own under its name.
 *
 * Shapes: numbers: N × 1 doubles, NaN where a cell is missing; categories: N × 1 texts; bytes: N × count; x: N × n_1. Throws `OptionError`
 * where the columns do not make n_1 inputs.
 */
export function addInputs(graph: OnnxGraph, columns: readonly InputColumn[], n: number, x: string): void {
  const widths = columns.map(widthOf)
  const sum = widths.reduce((total, width) => total + width, 0)
  if (sum !== n || widths.includes(0)) {
    throw new OptionError({
      option: 'preprocessing',
      where: 'toOnnx, preprocessing.inputs',
      expected: `columns that make the network's ${n} inputs, each one at least`,
      got: `${sum} inputs, of columns that make ${widths.join(', ')}`,
      fix: 'Give the preprocessing that the network was trained with.',
    })
  }
  for (const column of columns) addColumn(graph, column, `${column.name}_input`)
  graph.nodes.push({ op: 'Concat', inputs: columns.map(({ name }) => `${name}_input`), outputs: [x], attributes: { axis: { kind: 'int', value: 1 } } })
}

function widthOf(column: InputColumn): number {
  if (column.kind === 'number') return 1
  return column.kind === 'category' ? column.categories.length : column.count
}

function addColumn(graph: OnnxGraph, column: InputColumn, out: string): void {
  if (column.kind === 'number') addNumber(graph, column, out)
  else if (column.kind === 'category') addCategory(graph, column, out)
  else addBytes(graph, column, out)
}

/** In doubles, as the table has them: (x − mean) of two large numbers has no digits left in floats. */
function addNumber({ nodes, tensors }: OnnxGraph, { name, mean, deviation, fill }: InputColumn & { kind: 'number' }, out: string): void {
  const scalar = (part: string, value: number) => {
    tensors.push({ name: `${name}_${part}`, type: 'double', dims: [], data: [value] })
    return `${name}_${part}`
  }
  let x = name
  if (fill !== undefined) {
    nodes.push({ op: 'IsNaN', inputs: [name], outputs: [`${name}_missing`] })
    nodes.push({ op: 'Where', inputs: [`${name}_missing`, scalar('fill', fill), name], outputs: [`${name}_filled`] })
    x = `${name}_filled`
  }
  nodes.push({ op: 'Sub', inputs: [x, scalar('mean', mean)], outputs: [`${name}_centred`] })
  nodes.push({ op: 'Div', inputs: [`${name}_centred`, scalar('deviation', deviation)], outputs: [`${name}_standard`] })
  nodes.push({ op: 'Cast', inputs: [`${name}_standard`], outputs: [out], attributes: { to: { kind: 'int', value: FLOAT } } })
}

function addCategory({ nodes, tensors }: OnnxGraph, { name, categories, unknown }: InputColumn & { kind: 'category' }, out: string): void {
  tensors.push({ name: `${name}_shape`, type: 'int64', dims: [2], data: [-1, categories.length] })
  nodes.push({
    op: 'OneHotEncoder',
    domain: 'ai.onnx.ml',
    inputs: [name],
    outputs: [`${name}_oneHot`],
    attributes: { cats_strings: { kind: 'strings', value: categories }, zeros: { kind: 'int', value: unknown === 'zeros' ? 1 : 0 } },
  })
  nodes.push({ op: 'Reshape', inputs: [`${name}_oneHot`, `${name}_shape`], outputs: [out] })
}

function addBytes({ nodes, tensors }: OnnxGraph, { name, scale }: InputColumn & { kind: 'bytes' }, out: string): void {
  tensors.push({ name: `${name}_scale`, type: 'float', dims: [], data: [scale] })
  nodes.push({ op: 'Cast', inputs: [name], outputs: [`${name}_floats`], attributes: { to: { kind: 'int', value: FLOAT } } })
  nodes.push({ op: 'Mul', inputs: [`${name}_floats`, `${name}_scale`], outputs: [out] })
}

import { PbfWriter } from 'pbf'
import type { OnnxAttribute, OnnxGraph, OnnxNode, OnnxTensor, OnnxType } from './onnxGraph.js'
import type { OnnxValue } from './onnxValues.js'

/** The version of the file format, and of the operators that came with it: of 2021, so that old runtimes read it. */
const IR_VERSION = 7
const OPERATORS = 13
/** The version of the operators of `ai.onnx.ml` of that time. */
const ML_OPERATORS = 2

const ELEMENT: Readonly<Record<OnnxType, number>> = { float: 1, uint8: 2, int64: 7, string: 8, double: 11 }

/**
 * A graph as an ONNX file. Every field that is given is written, a zero too, and no tensor lies outside the file. The bytes follow from the
 * graph alone.
 *
 * Shapes: none. Source: onnx.proto3, onnx/onnx; the numbers here are its fields'.
 */
export function encodeOnnx(graph: OnnxGraph): Uint8Array {
  const writer = new PbfWriter()
  writer.writeVarintField(1, IR_VERSION)
  writer.writeStringField(2, 'nabla')
  writer.writeMessage(7, writeGraph, graph)
  writer.writeMessage(8, writeOperators, { domain: '', version: OPERATORS })
  if (graph.nodes.some(({ domain }) => domain === 'ai.onnx.ml')) writer.writeMessage(8, writeOperators, { domain: 'ai.onnx.ml', version: ML_OPERATORS })
  return writer.finish().slice()
}

function writeOperators({ domain, version }: { domain: string; version: number }, writer: PbfWriter): void {
  writer.writeStringField(1, domain)
  writer.writeVarintField(2, version)
}

function writeGraph({ nodes, tensors, inputs, outputs }: OnnxGraph, writer: PbfWriter): void {
  for (const node of nodes) writer.writeMessage(1, writeNode, node)
  writer.writeStringField(2, 'network')
  for (const tensor of tensors) writer.writeMessage(5, writeTensor, tensor)
  for (const value of inputs) writer.writeMessage(11, writeValue, value)
  for (const value of outputs) writer.writeMessage(12, writeValue, value)
}

function writeNode({ op, domain, inputs, outputs, attributes = {} }: OnnxNode, writer: PbfWriter): void {
  for (const name of inputs) writer.writeStringField(1, name)
  for (const name of outputs) writer.writeStringField(2, name)
  writer.writeStringField(4, op)
  for (const attribute of Object.entries(attributes)) writer.writeMessage(5, writeAttribute, attribute)
  if (domain !== undefined) writer.writeStringField(7, domain)
}

function writeAttribute([name, { kind, value }]: [string, OnnxAttribute], writer: PbfWriter): void {
  writer.writeStringField(1, name)
  if (kind === 'float') {
    writer.writeFloatField(2, value)
    writer.writeVarintField(20, 1)
  } else if (kind === 'int') {
    writer.writeVarintField(3, value)
    writer.writeVarintField(20, 2)
  } else {
    for (const text of value) writer.writeStringField(9, text)
    writer.writeVarintField(20, 8)
  }
}

function writeTensor(tensor: OnnxTensor, writer: PbfWriter): void {
  for (const size of tensor.dims) writer.writeVarintField(1, size)
  writer.writeVarintField(2, ELEMENT[tensor.type])
  if (tensor.type === 'string') for (const text of tensor.data) writer.writeStringField(6, text)
  else if (tensor.type === 'float') writer.writeMessage(4, writeFloats, tensor.data)
  else if (tensor.type === 'double') writer.writeMessage(10, writeDoubles, tensor.data)
  else writer.writeMessage(7, writeVarints, tensor.data)
  writer.writeStringField(8, tensor.name)
}

function writeFloats(data: ArrayLike<number>, writer: PbfWriter): void {
  for (let i = 0; i < data.length; i++) writer.writeFloat(data[i] ?? 0)
}

function writeDoubles(data: ArrayLike<number>, writer: PbfWriter): void {
  for (let i = 0; i < data.length; i++) writer.writeDouble(data[i] ?? 0)
}

function writeVarints(data: ArrayLike<number>, writer: PbfWriter): void {
  for (let i = 0; i < data.length; i++) writer.writeVarint(data[i] ?? 0)
}

function writeValue(value: OnnxValue, writer: PbfWriter): void {
  writer.writeStringField(1, value.name)
  writer.writeMessage(2, writeType, value)
}

function writeType(value: Omit<OnnxValue, 'name'>, writer: PbfWriter): void {
  writer.writeMessage(1, writeTensorType, value)
}

function writeTensorType({ type, width }: Omit<OnnxValue, 'name'>, writer: PbfWriter): void {
  writer.writeVarintField(1, ELEMENT[type])
  writer.writeMessage(2, writeShape, width)
}

function writeShape(width: number | undefined, writer: PbfWriter): void {
  writer.writeMessage(1, writeSymbol, 'N')
  if (width !== undefined) writer.writeMessage(1, writeSize, width)
}

function writeSymbol(name: string, writer: PbfWriter): void {
  writer.writeStringField(2, name)
}

function writeSize(size: number, writer: PbfWriter): void {
  writer.writeVarintField(1, size)
}

import type { Network } from '@nablajs/backprop'
import { describeModel, type ModelOptions } from './modelDescription.js'

/** Where the description lies in the metadata. */
export const DESCRIPTION = 'nabla'

/**
 * A network as a safetensors file: tensors w2, b2, w3, …, each w row after row as PyTorch and ONNX have it; sizes, activations, cost and
 * preprocessing in its metadata. The bytes follow from the network and the options alone.
 *
 * Shapes: w^l: n_l × n_(l−1), b^l: n_l. Throws `OptionError` for what is no network. Source: the safetensors format, huggingface/safetensors.
 */
export function toSafetensors(net: Network, options: ModelOptions = {}): Uint8Array {
  const description = describeModel(net, options)
  const { L, w, b, dtype } = net
  const width = dtype === 'float32' ? 4 : 8
  const kind = dtype === 'float32' ? 'F32' : 'F64'
  const header: Record<string, unknown> = { __metadata__: { format: 'nabla', [DESCRIPTION]: JSON.stringify(description) } }
  let end = 0
  const place = (name: string, shape: number[], count: number) => {
    header[name] = { dtype: kind, shape, data_offsets: [end, (end += width * count)] }
  }
  for (let l = 2; l <= L; l++) {
    const { rows = 0, cols = 0 } = w[l] ?? {}
    place(`w${l}`, [rows, cols], rows * cols)
    place(`b${l}`, [rows], rows)
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  // Padded with spaces, so that numbers begin on a multiple of eight bytes.
  const headerLength = 8 * Math.ceil(text.length / 8)
  const bytes = new Uint8Array(8 + headerLength + end).fill(0x20, 8, 8 + headerLength)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, headerLength, true)
  bytes.set(text, 8)
  let at = 8 + headerLength
  const put = (value: number) => {
    if (dtype === 'float32') view.setFloat32(at, value, true)
    else view.setFloat64(at, value, true)
    at += width
  }
  for (let l = 2; l <= L; l++) {
    for (const row of w[l]?.toRows() ?? []) row.forEach(put)
    b[l]?.data.forEach(put)
  }
  return bytes
}

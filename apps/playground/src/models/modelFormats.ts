import type { Network } from '@nablajs/backprop'
import type { Preprocessing } from '@nablajs/data'
import type { Model } from '@nablajs/model-io'

/** A network that can be kept as a file, and what is said of it there. */
export interface Keepsake {
  readonly net: Network
  readonly cost: { readonly name: string }
  /** How rows of a table become its inputs. */
  readonly preprocessing?: Preprocessing
}

/** Formats that a network is written in. */
export const modelFormats = ['safetensors', 'json', 'onnx'] as const
export type ModelFormat = (typeof modelFormats)[number]

/** No network that this page trains needs more. */
export const LARGEST_MODEL = 8_000_000

/** The file of a network. What writes it is loaded when it is asked for. */
export async function writeModel({ net, ...options }: Keepsake, format: ModelFormat): Promise<Uint8Array<ArrayBuffer> | string> {
  const { toJson, toOnnx, toSafetensors } = await import('@nablajs/model-io')
  if (format === 'json') return toJson(net, options)
  return new Uint8Array(format === 'onnx' ? toOnnx(net, options) : toSafetensors(net, options))
}

/** The network of a file: JSON by its first character, safetensors otherwise. Throws (by rejecting) the errors of `@nablajs/model-io`, with the byte. */
export async function readModel(bytes: Uint8Array, name: string): Promise<Model> {
  const { fromJson, fromSafetensors } = await import('@nablajs/model-io')
  const isJson = /^\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 64)))
  return isJson ? fromJson(new TextDecoder().decode(bytes), { name }) : fromSafetensors(bytes, { name })
}

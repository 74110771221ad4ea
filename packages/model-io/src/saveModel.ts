import { extname } from 'node:path'
import type { Network } from '@nablajs/backprop'
import { OptionError } from '@nablajs/linalg'
import type { FileSystem } from './fileSystem.js'
import type { ModelOptions } from './modelDescription.js'
import { toOnnx } from './onnx/toOnnx.js'
import { replaceFile } from './replaceFile.js'
import { toJson } from './toJson.js'
import { toSafetensors } from './toSafetensors.js'

type Writer = (net: Network, options: ModelOptions) => Uint8Array

const WRITERS: Readonly<Partial<Record<string, Writer>>> = {
  '.safetensors': toSafetensors,
  '.json': (net, options) => new TextEncoder().encode(toJson(net, options)),
  '.onnx': toOnnx,
}

/**
 * Saves a network as the ending of the path says: .safetensors, .json, or .onnx for other runtimes, which `loadModel` does not read. A file
 * that is there is replaced whole or not at all.
 *
 * Shapes: none. Rejects with `OptionError` for another ending, with what `toOnnx` throws, with `FileError` where the disk refuses.
 */
export async function saveModel(path: string, net: Network, { fs, ...options }: ModelOptions & { fs?: FileSystem } = {}): Promise<void> {
  const write = writerFor(path)
  await replaceFile(path, write(net, options), fs && { fs })
}

/**
 * Refuses a path that `saveModel` would refuse, to be asked before a long training.
 *
 * Shapes: none. Throws `OptionError` for an ending that is none of .safetensors, .json and .onnx.
 */
export function requireModelPath(path: string): void {
  writerFor(path)
}

function writerFor(path: string): Writer {
  const write = WRITERS[extname(path).toLowerCase()]
  if (write) return write
  throw new OptionError({
    option: 'path',
    where: `saveModel, ${path}`,
    expected: `a path that ends in ${Object.keys(WRITERS).join(' or ')}`,
    got: extname(path) || 'no ending',
    fix: 'safetensors is the native format; JSON is for reading by eye, ONNX for other runtimes.',
  })
}

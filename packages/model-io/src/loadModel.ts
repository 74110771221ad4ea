import { fileError } from './fileError.js'
import { nodeFileSystem, type FileSystem } from './fileSystem.js'
import { fromJson } from './fromJson.js'
import { fromSafetensors } from './fromSafetensors.js'
import type { Model, ReadModelOptions } from './model.js'

/**
 * Loads a network from a file that `saveModel` wrote, whatever its ending.
 *
 * Shapes: as the file says. Rejects with `FileError` for a file that cannot be read, `FormatError` for one that is no model, `PluginError` for an
 * activation that is not known, saying how to pass it.
 */
export async function loadModel(path: string, { fs = nodeFileSystem, ...options }: ReadModelOptions & { fs?: FileSystem } = {}): Promise<Model> {
  const bytes = await fs.readFile(path).catch((cause: unknown) => {
    throw fileError(cause, path, 'a model that can be read')
  })
  const named = { name: path, ...options }
  return looksLikeJson(bytes) ? fromJson(new TextDecoder().decode(bytes), named) : fromSafetensors(bytes, named)
}

/** A safetensors file whose header is as long as the code of a brace says has zeros behind it. */
function looksLikeJson(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7b && !(bytes[4] === 0 && bytes[5] === 0)
}

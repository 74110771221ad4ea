import { FormatError } from '@nablajs/linalg'
import { fieldsOf, isFinite, isListOf } from './check.js'
import { networkOf, parameterCount, requireDescription, type Model, type ReadModelOptions } from './model.js'
import { strictJson } from './strictJson.js'

/**
 * The network of JSON that `toJson` wrote.
 *
 * Shapes: as the text says. Throws `FormatError` for what is no such JSON, `PluginError` for an activation that is not known, saying how to
 * pass it.
 */
export function fromJson(text: string, options: ReadModelOptions = {}): Model {
  const { name = 'model' } = options
  const { format, layers, ...rest } = fieldsOf(strictJson(text, name))
  if (format !== 'nabla') throw wrong(`${name}, format`, '"nabla"', JSON.stringify(format) ?? 'none', 'Is it a model that toJson wrote?')
  const description = requireDescription(name, rest)
  // Each number takes a character and a comma at least: nothing that the text cannot hold is made room for.
  if (2 * parameterCount(description.sizes) > text.length) throw wrong(`${name}, sizes`, 'sizes that the text has numbers for', description.sizes.join(', '), 'It was cut off, or changed by hand.')
  const numbers = description.sizes.slice(1).map((n, i) => layerOf(name, i + 2, Array.isArray(layers) ? layers[i] : undefined, n, description.sizes[i] ?? 0))
  if (!Array.isArray(layers) || layers.length !== numbers.length) throw wrong(`${name}, layers`, `${numbers.length} layers`, 'more', 'Give as many as sizes say.')
  const net = networkOf(description, options)
  numbers.forEach(({ w, b }, i) => {
    w.forEach((row, j) => row.forEach((value, k) => net.w[i + 2]?.set(j, k, value)))
    b.forEach((value, j) => net.b[i + 2]?.set(j, 0, value))
  })
  return { net, cost: description.cost, preprocessing: description.preprocessing }
}

function layerOf(name: string, l: number, layer: unknown, n: number, before: number): { w: number[][]; b: number[] } {
  const { w, b } = fieldsOf(layer)
  const rowsAre = (row: unknown): row is number[] => isListOf(row, isFinite) && row.length === before
  if (!isListOf(w, rowsAre) || w.length !== n) throw wrong(`${name}, layer ${l}, w`, `${n} rows of ${before} finite numbers`, 'something else', 'It was changed by hand, or cut off.')
  if (!isListOf(b, isFinite) || b.length !== n) throw wrong(`${name}, layer ${l}, b`, `${n} finite numbers`, 'something else', 'It was changed by hand, or cut off.')
  return { w, b }
}

function wrong(where: string, expected: string, got: string, fix: string): FormatError {
  return new FormatError({ where, expected, got: got.slice(0, 100), fix })
}

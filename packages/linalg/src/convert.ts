import type { Matrix } from './matrix.js'
import { ShapeError, shapeOf } from './shapeError.js'

/**
 * Bytes become floats: X = scale · the bytes of `staging`, column after column, with scale rounded to the element type of X
 * first. By the backend where it has it and the bytes lie in its memory.
 *
 * Shapes: X: n × m, overwritten; staging: at least n · m bytes, apart from X. Throws `ShapeError` for fewer.
 */
export function convert(staging: Uint8Array, scale: number, X: Matrix): Matrix {
  const { backend, buffer, data, dtype } = X
  if (staging.length < data.length) throw tooFew(staging, X)
  if (backend.convert && staging.buffer === buffer.buffer) {
    backend.convert(staging.byteOffset, scale, X)
    return X
  }
  const factor = dtype === 'float32' ? Math.fround(scale) : scale
  for (let at = 0; at < data.length; at++) data[at] = staging[at] * factor
  return X
}

function tooFew({ length }: Uint8Array, X: Matrix): ShapeError {
  return new ShapeError({
    operation: 'convert',
    shapes: [`${length} bytes`, shapeOf(X)],
    side: 'columns',
    where: 'convert, staging',
    expected: `${X.data.length} bytes for ${shapeOf(X)}`,
    got: String(length),
    fix: 'Give rows · cols bytes, column after column.',
  })
}

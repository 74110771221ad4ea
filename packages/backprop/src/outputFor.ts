import { ShapeError, shapeOf, zeros, type Matrix } from '@nablajs/linalg'
import type { Network } from './network.js'

/**
 * Where outputs are written: `out`, which must be of their shape and type, or a matrix of its own where there is none.
 *
 * Shapes: out: n_L × cols. Throws `ShapeError`.
 */
export function outputFor(operation: string, { sizes, L, dtype, backend }: Network, cols: number, out?: Matrix): Matrix {
  if (out === undefined) return zeros(sizes[L - 1], cols, { dtype, backend })
  if (out.rows === sizes[L - 1] && out.cols === cols && out.dtype === dtype) return out
  const needed = `${sizes[L - 1]} × ${cols} ${dtype}`
  const got = `${shapeOf(out)} ${out.dtype}`
  throw new ShapeError({
    operation,
    shapes: [needed, got],
    side: sideOf(out.rows !== sizes[L - 1], out.cols !== cols),
    where: `${operation}, out`,
    expected: needed,
    got,
    fix: 'Leave out away, or make it with zeros(rows, columns, { dtype }).',
  })
}

function sideOf(rows: boolean, columns: boolean): string {
  if (rows) return 'rows'
  return columns ? 'columns' : 'dtype'
}

import { ShapeError, shapeOf, type Block } from '@nablajs/linalg'

/**
 * Throws a `ShapeError` unless every number of the block lies inside its memory, columns apart from each other: a library that is
 * given anything else overwrites what is not its own.
 *
 * Shapes: block rows × cols.
 */
export function requireInside(operation: string, block: Block): void {
  const { buffer, offset, rows, cols, stride } = block
  const whole = isCount(offset) && isCount(rows) && isCount(cols) && isCount(stride)
  const end = cols === 0 ? offset : offset + (cols - 1) * stride + rows
  if (whole && (stride >= rows || cols <= 1) && end <= buffer.length) return
  throw new ShapeError({
    operation,
    shapes: [`${shapeOf(block)}, stride ${stride}`, `a memory of ${buffer.length}`],
    side: whole && end > buffer.length ? 'memory' : 'rows',
    where: operation,
    expected: `whole sizes, a stride of at least the rows, and numbers within the ${buffer.length} of the memory`,
    got: `${shapeOf(block)} at ${offset}, stride ${stride}`,
    fix: 'Take operands from alloc of this backend and shapes that fit the region.',
  })
}

/**
 * Throws a `ShapeError` unless sizes of a product agree and its operands have one element type.
 *
 * Shapes: op(A): m × k, op(B): k × n, C: m × n.
 */
export function requireProduct(operation: string, transposeA: boolean, transposeB: boolean, a: Block, b: Block, c: Block): void {
  const m = transposeA ? a.cols : a.rows
  const k = transposeA ? a.rows : a.cols
  const inner = transposeB ? b.cols : b.rows
  const n = transposeB ? b.rows : b.cols
  const size = c.buffer.BYTES_PER_ELEMENT
  if (m === c.rows && n === c.cols && k === inner && a.buffer.BYTES_PER_ELEMENT === size && b.buffer.BYTES_PER_ELEMENT === size) return
  throw new ShapeError({
    operation,
    shapes: [`${m} × ${k}`, `${inner} × ${n}`],
    side: k === inner ? (m === c.rows && n === c.cols ? 'dtype' : 'rows') : 'inner',
    where: operation,
    expected: 'op(A): m × k, op(B): k × n and C: m × n, of one element type',
    got: `op(A): ${m} × ${k}, op(B): ${inner} × ${n}, C: ${shapeOf(c)}, of ${[a, b, c].map(({ buffer }) => buffer.constructor.name).join(', ')}`,
    fix: 'Let the operands of a product fit each other; numbers are never converted without being asked.',
  })
}

/** A whole number from 0 below 2³¹, which is what the libraries count with. */
function isCount(x: number): boolean {
  return (x | 0) === x && x >= 0
}

import type { Backend, Block, Dtype, Floats, Operand } from './backend.js'
import { ShapeError, shapeOf } from './shapeError.js'

/** A factor of a product: a matrix, or the transposed view that `T` gives. */
export type Factor = Matrix | Transposed

/**
 * A transposed view: no number moves. It can stand as a factor in `matmul`, and be read entry by entry; to have the
 * transpose as a matrix of its own use `transpose`.
 *
 * Shapes: of a matrix rows × cols the view is cols × rows.
 */
export class Transposed {
  readonly transposed = true
  readonly matrix: Matrix

  constructor(matrix: Matrix) {
    this.matrix = matrix
  }

  get rows(): number {
    return this.matrix.cols
  }

  get cols(): number {
    return this.matrix.rows
  }

  get dtype(): Dtype {
    return this.matrix.dtype
  }

  get backend(): Backend {
    return this.matrix.backend
  }

  /** The matrix itself. */
  get T(): Matrix {
    return this.matrix
  }

  /** Entry (row, col), both counted from 0. */
  get(row: number, col: number): number {
    return this.matrix.get(col, row)
  }

  toRows(): number[][] {
    return this.matrix.toColumns()
  }

  toColumns(): number[][] {
    return this.matrix.toRows()
  }

  toString(): string {
    return format(this)
  }
}

/**
 * What a typed array handed out keeps alive: someone may hold it alone, and a backend takes back memory that nobody holds.
 */
const owners = /* @__PURE__ */ new WeakMap<Floats, object>()

/**
 * A matrix, stored column by column: entry (j, i) is `data[j + i · rows]`, so a column, which is a sample, lies in one
 * piece, and z = w a + b needs no transpose.
 *
 * A matrix is a view: it owns no memory but keeps alive the memory that it looks at. Two matrices may look at the same
 * numbers (`columns`, `T`), and writing through one is seen in the other.
 *
 * Shapes: rows × cols, both whole and at least 0.
 */
export class Matrix implements Block {
  readonly transposed = false
  readonly backend: Backend
  readonly buffer: Floats
  readonly offset: number
  readonly rows: number
  readonly cols: number
  readonly stride: number
  /** Where it ends in its buffer: the index behind its last number. */
  readonly end: number
  readonly dtype: Dtype
  /** What keeps the memory alive; this matrix, its views and the typed arrays that it hands out do so. */
  readonly owner: object
  /** The numbers themselves, column after column; a view, of length rows · cols. */
  readonly data: Floats
  /** Where `T` and `column` keep what they made: the views of a matrix are made once, so that a training step makes none. */
  readonly views: { T?: Transposed; columns: Floats[] } = { columns: [] }

  /** Looks at `rows · cols` numbers of a backend's memory. To make a matrix use `fromColumns`, `fromRows`, `zeros`, …. */
  constructor(backend: Backend, operand: Operand, rows: number, cols: number) {
    const { buffer, offset } = operand
    this.backend = backend
    this.buffer = buffer
    this.offset = offset
    this.rows = rows
    this.cols = cols
    this.stride = rows
    this.end = offset + rows * cols
    this.dtype = buffer.BYTES_PER_ELEMENT === Float32Array.BYTES_PER_ELEMENT ? 'float32' : 'float64'
    this.owner = operand.owner ?? operand
    this.data = owned(this, buffer.subarray(offset, offset + rows * cols))
  }

  get matrix(): this {
    return this
  }

  /** The transposed view, made once. */
  get T(): Transposed {
    return (this.views.T ??= new Transposed(this))
  }

  /** Entry (row, col), both counted from 0; `undefined` behind the end is the caller's mistake. */
  get(row: number, col: number): number {
    return this.data[row + col * this.rows]
  }

  set(row: number, col: number, value: number): void {
    this.data[row + col * this.rows] = value
  }

  /** Column `col` as a view, made once. */
  column(col: number): Floats {
    return (this.views.columns[col] ??= owned(this, this.data.subarray(col * this.rows, (col + 1) * this.rows)))
  }

  /**
   * Columns from … to − 1 as a matrix over the same numbers; nothing is copied. Throws `ShapeError` unless both are whole
   * and 0 ≤ from ≤ to ≤ cols.
   */
  columns(from: number, to: number): Matrix {
    const { backend, buffer, offset, owner, rows, cols } = this
    if (Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= cols) {
      return new Matrix(backend, { buffer, offset: offset + from * rows, owner }, rows, to - from)
    }
    throw new ShapeError({
      operation: 'columns',
      shapes: [shapeOf(this), `columns ${from} to ${to}`],
      side: 'columns',
      where: 'columns',
      expected: `whole numbers 0 ≤ from ≤ to ≤ ${cols}`,
      got: `from ${from} to ${to}`,
      fix: 'Count columns from 0; the range ends before the second number.',
    })
  }

  toColumns(): number[][] {
    return Array.from({ length: this.cols }, (_, i) => Array.from(this.column(i)))
  }

  toRows(): number[][] {
    return Array.from({ length: this.rows }, (_, j) => Array.from({ length: this.cols }, (__, i) => this.get(j, i)))
  }

  /** The numbers as rows and columns, at most 8 of each, with the shape in front. */
  toString(): string {
    return format(this)
  }
}

function owned({ owner, buffer }: Matrix, numbers: Floats): Floats {
  // A view of the buffer keeps the buffer alive by itself.
  if (owner !== buffer) owners.set(numbers, owner)
  return numbers
}

/** How many rows and columns of a large matrix `toString` shows. */
const SHOWN = 8

function format(matrix: Factor): string {
  const { rows, cols } = matrix
  const head = `${rows} × ${cols} ${matrix.dtype}`
  if (rows === 0 || cols === 0) return head
  const shownCols = Math.min(cols, SHOWN)
  const lines = Array.from({ length: Math.min(rows, SHOWN) }, (_, j) =>
    Array.from({ length: shownCols }, (__, i) => String(Number(matrix.get(j, i).toPrecision(5)))),
  )
  const width = Math.max(...lines.flat().map((text) => text.length))
  const text = lines.map((line) => line.map((x) => x.padStart(width)).join('  ') + (cols > SHOWN ? '  …' : ''))
  return [head, ...text, ...(rows > SHOWN ? ['…'] : [])].join('\n')
}

import type { Backend, Block, Dtype, Floats, Region } from '../backend.js'
import { PluginError } from '../pluginError.js'

/** Half the distance of 1 and the next number: the largest relative error of one rounding. */
export const UNIT_ROUNDOFF: Readonly<Record<Dtype, number>> = { float32: 2 ** -24, float64: 2 ** -53 }

/** The element types, which every check goes through. */
export const DTYPES: readonly Dtype[] = ['float32', 'float64']

/** Stands around a result; a kernel that writes outside changes one. */
const CANARY = 123456
const MARGIN = 5

/** A block that has a region of its own. */
export interface OwnBlock extends Block {
  readonly owner: Region
}

/**
 * A block in a region of its own, with numbers of `number` in it and canaries around it and between its columns.
 *
 * Shapes: rows × cols, with columns `stride` apart.
 */
export function blockOf(backend: Backend, dtype: Dtype, rows: number, cols: number, stride: number, number: () => number): OwnBlock {
  const region = backend.alloc(dtype, 2 * MARGIN + stride * cols)
  viewOf(region).fill(CANARY)
  const block = { buffer: region.buffer, offset: region.offset + MARGIN, owner: region, rows, cols, stride }
  each(block, (at) => (block.buffer[at] = number()))
  return block
}

/**
 * Gives the memory of blocks back.
 *
 * Shapes: any.
 */
export function release(...blocks: readonly OwnBlock[]): void {
  for (const { owner } of blocks) owner.free()
}

/**
 * Visits every entry of a block, column after column.
 *
 * Shapes: `at` is the index in the buffer of entry (j, i).
 */
export function each({ offset, rows, cols, stride }: Block, visit: (at: number, j: number, i: number) => void): void {
  for (let i = 0; i < cols; i++) for (let j = 0; j < rows; j++) visit(offset + j + i * stride, j, i)
}

/**
 * The numbers of a region.
 *
 * Shapes: as long as the region.
 */
export function viewOf({ buffer, offset, length }: Pick<Region, 'buffer' | 'offset' | 'length'>): Floats {
  return buffer.subarray(offset, offset + length)
}

/**
 * A copy of a block in float64, on the host.
 *
 * Shapes: those of the block, stride included.
 */
export function inFloat64({ buffer, offset, rows, cols, stride }: Block): Block {
  return { buffer: Float64Array.from(buffer.subarray(offset, offset + stride * cols)), offset: 0, rows, cols, stride }
}

/**
 * A copy of the absolute values, in float64.
 *
 * Shapes: those of the block.
 */
export function absolute(block: Block): Block {
  const copy = inFloat64(block)
  copy.buffer.forEach((x, at) => (copy.buffer[at] = Math.abs(x)))
  return copy
}

/**
 * Throws where a result is not what it is expected to be within a bound; NaN and ∞ must be where they are expected.
 *
 * Shapes: `expected` and `bound` give the number and the bound of entry (j, i). Throws `PluginError`.
 */
export function requireClose(
  backend: Backend,
  name: string,
  result: Block,
  expected: (j: number, i: number) => number,
  bound: (j: number, i: number) => number,
): void {
  each(result, (at, j, i) => {
    const [right, got] = [expected(j, i), result.buffer[at]]
    if (right === got || (Number.isNaN(right) && Number.isNaN(got))) return
    if (Math.abs(got - right) <= bound(j, i) && Number.isFinite(right)) return
    const within = bound(j, i) === 0 ? 'the bits of its parts, ' : ''
    const bounded = bound(j, i) === 0 ? '' : ` within ${bound(j, i)}`
    throw wrong(backend, `${name}, entry (${j}, ${i})`, `${within}${right}${bounded}`, String(got))
  })
}

/**
 * Throws where something was written around a block, or between its columns.
 *
 * Shapes: a block of `blockOf`. Throws `PluginError`.
 */
export function requireCanaries(backend: Backend, name: string, { buffer, offset, rows, cols, stride }: Block): void {
  for (let at = offset - MARGIN; at < offset + stride * cols + MARGIN; at++) {
    const inside = at >= offset && at < offset + stride * cols && (at - offset) % stride < rows
    if (inside || buffer[at] === CANARY) continue
    throw wrong(backend, name, 'nothing written outside the result', `${buffer[at]} at ${at - offset}`)
  }
}

/**
 * The error of a backend that does not keep its contract.
 *
 * Shapes: none.
 */
export function wrong(backend: Backend, where: string, expected: string, got: string): PluginError {
  return new PluginError({
    plugin: backend.name,
    where: `checkBackend, ${backend.name}, ${where}`,
    expected,
    got,
    fix: 'Compare with src/reference of @nablajs/linalg, which is the specification.',
  })
}

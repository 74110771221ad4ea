import type { Block, Floats, Operand } from '../backend.js'
import { gemmBlocked } from './gemmBlocked.js'

/** Where a gradient lies between its product and its update, by bytes an element. It grows and is kept. */
const scratch: Record<number, Floats> = {
  4: /* @__PURE__ */ new Float32Array(0),
  8: /* @__PURE__ */ new Float64Array(0),
}

/** The gradient as a block; one object serves every call. */
const gradient = { buffer: /* @__PURE__ */ new Float32Array(0) as Floats, offset: 0, rows: 0, cols: 0, stride: 0 }

/**
 * w = w − eta · (scale · delta aᵀ), rounded to the element type after each: the gradient, eta, their product, the difference.
 * (Updating w from the registers of the product was tried and was slower: a tile is as short as the minibatch.)
 *
 * Shapes: eta: one cell, delta: n × m, a: k × m, w: n × k, updated, must not overlap delta or a.
 */
export function descendBlocked(eta: Operand, scale: number, delta: Block, a: Block, w: Block): void {
  const { buffer, rows, cols } = w
  gradient.buffer = scratchFor(buffer, rows * cols)
  gradient.rows = rows
  gradient.cols = cols
  gradient.stride = rows
  gemmBlocked(false, true, scale, delta, a, 0, gradient)
  if (buffer.BYTES_PER_ELEMENT === Float32Array.BYTES_PER_ELEMENT) inFloat32(eta, gradient.buffer, w)
  else inFloat64(eta, gradient.buffer, w)
}

function inFloat32(eta: Operand, nabla: Floats, { buffer, offset, rows, cols, stride }: Block): void {
  const rate = Math.fround(eta.buffer[eta.offset])
  for (let i = 0; i < cols; i++) {
    const shift = offset + i * stride - i * rows
    for (let at = i * rows; at < (i + 1) * rows; at++) buffer[at + shift] -= Math.fround(rate * nabla[at])
  }
}

function inFloat64(eta: Operand, nabla: Floats, { buffer, offset, rows, cols, stride }: Block): void {
  const rate = eta.buffer[eta.offset]
  for (let i = 0; i < cols; i++) {
    const shift = offset + i * stride - i * rows
    for (let at = i * rows; at < (i + 1) * rows; at++) buffer[at + shift] -= rate * nabla[at]
  }
}

function scratchFor({ BYTES_PER_ELEMENT: bytes }: Floats, length: number): Floats {
  if (scratch[bytes].length < length) scratch[bytes] = bytes === 4 ? new Float32Array(length) : new Float64Array(length)
  return scratch[bytes]
}

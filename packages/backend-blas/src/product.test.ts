import { reference, type Block, type Dtype } from '@nablajs/linalg'
import { expect, it } from 'vitest'
import { compile, SIXTY_FOUR } from '../fixtures/compile.js'
import { itCompiled } from '../fixtures/needs.js'
import { Addresses } from './addresses.js'
import { loadKoffi } from './loadKoffi.js'
import { productOf } from './product.js'
import { findRoutines } from './symbols.js'

const koffi = await loadKoffi()
const { buffer } = new WebAssembly.Memory({ initial: 1 })
const memory = { float32: new Float32Array(buffer), float64: new Float64Array(buffer) }
const addresses = new Addresses(koffi)
for (const floats of Object.values(memory)) addresses.add(floats)

function block(dtype: Dtype, offset: number, rows: number, cols: number, stride: number): Block {
  const floats = memory[dtype]
  for (let at = offset; at < offset + stride * cols; at++) floats[at] = ((at * 7) % 11) - 5
  return { buffer: floats, offset, rows, cols, stride }
}

itCompiled.each([
  ['32', 'float32', []],
  ['32', 'float64', []],
  ['64', 'float32', SIXTY_FOUR],
  ['64', 'float64', SIXTY_FOUR],
] as const)('hands a library that counts with %s bits what it reads: %s', (bits, dtype, options) => {
  const path = compile(`count${bits}`, ...options)
  const product = productOf(findRoutines({ path, handle: koffi.load(path) }), addresses)
  const [a, b, c] = [block(dtype, 100, 4, 5, 6), block(dtype, 300, 3, 4, 3), block(dtype, 500, 5, 3, 8)]
  const expected = { ...c, buffer: c.buffer.slice() }
  reference.gemm(true, true, 0.5, a, b, -2, expected)
  product.factors.set([0.5, -2])
  product.run(true, true, a, b, c)
  expect(c.buffer).toEqual(expected.buffer)
})

itCompiled('passes a column whose stride says nothing with the stride that libraries ask for', () => {
  const seen: bigint[] = []
  const see = (...addressesSeen: bigint[]) => void seen.push(...[7, 9, 12].map((at) => addressesSeen[at] ?? 0n))
  const product = productOf({ sgemm: see, dgemm: see, name: '', setThreads: undefined }, addresses)
  product.run(false, false, block('float32', 0, 4, 1, 0), block('float32', 20, 1, 1, 1), block('float32', 40, 4, 1, 3))
  expect(seen.map((address) => Number(koffi.decode(address, 'int')))).toEqual([4, 1, 4])
})

it('refuses memory that nobody took up', () => {
  const call = () => expect.unreachable()
  const product = productOf({ sgemm: call, dgemm: call, name: '', setThreads: undefined }, addresses)
  const inside = block('float32', 0, 2, 2, 2)
  const outside = { ...inside, buffer: new Float32Array(4) }
  for (const [a, b, c] of [[outside, inside, inside], [inside, outside, inside], [inside, inside, outside]] as const) {
    expect(() => product.run(false, false, a, b, c)).toThrow(expect.objectContaining({ code: 'ShapeError', side: 'backend' }))
  }
})

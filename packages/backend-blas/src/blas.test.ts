import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkBackend } from '@nablajs/linalg/conformance'
import type { Block } from '@nablajs/linalg'
import { expect, it } from 'vitest'
import { compile, SIXTY_FOUR } from '../fixtures/compile.js'
import { inChild } from '../fixtures/inChild.js'
import { itCompiled, itWithBlas } from '../fixtures/needs.js'
import { blas, type BlasBackend } from './blas.js'

const environments = fileURLToPath(new URL('../.reports/environments.json', import.meta.url))

function block({ alloc }: BlasBackend, rows: number, cols: number): Block {
  const { buffer, offset } = alloc('float32', rows * cols)
  for (let at = offset; at < offset + rows * cols; at++) buffer[at] = (at % 5) / 8 - 0.25
  return { buffer, offset, rows, cols, stride: rows }
}

itWithBlas('loads the BLAS of this machine, which keeps the contract', async () => {
  rmSync(environments, { force: true })
  const backend = await blas()
  expect(checkBackend({ ...backend, kernels: {} }, { products: 50 }).backend).toBe('blas')
  mkdirSync(fileURLToPath(new URL('../.reports', import.meta.url)), { recursive: true })
  writeFileSync(environments, `${JSON.stringify([backend.library.name.split(' ')[0]])}\n`)
})

itWithBlas('gives the same numbers, within rounding, whatever the count of threads', async () => {
  const results = []
  for (const threads of [1, 2]) {
    const backend = await blas({ threads })
    expect(backend.threads).toBe(threads)
    const [a, b, c] = [block(backend, 300, 200), block(backend, 200, 100), block(backend, 300, 100)]
    backend.gemm(false, false, 1, a, b, 0, c)
    results.push(c.buffer.slice(c.offset, c.offset + 300 * 100))
  }
  // Products of eighths: exact in float32, so in any order.
  expect(results[0]).toEqual(results[1])
  expect((await blas()).threads).toBe(1)
})

itCompiled('takes a library whose whole numbers have 64 bits', async () => {
  const backend = await blas({ path: compile('sixty-four', ...SIXTY_FOUR) })
  expect(checkBackend({ ...backend, kernels: {} }, { products: 50 }).backend).toBe('blas')
})

itCompiled('refuses a library whose first product is wrong', async () => {
  const path = compile('wrong', '-DWRONG')
  await expect(blas({ path })).rejects.toMatchObject({ code: 'LibraryError', library: path, where: `blas, the first product of ${path}` })
})

itCompiled('refuses threads for a library that cannot be told, and leaves it alone otherwise', async () => {
  const path = compile('untold')
  await expect(blas({ path, threads: 2 })).rejects.toMatchObject({ code: 'OptionError', option: 'threads', got: 'untold.so' })
  expect(await blas({ path })).toMatchObject({ library: { name: 'untold.so', path }, threads: undefined })
})

itWithBlas.each([0, 1.5, NaN, -1])('refuses %s threads', async (threads) => {
  await expect(blas({ threads })).rejects.toMatchObject({ code: 'OptionError', option: 'threads', got: String(threads) })
})

it('says where a library that was asked for is not', async () => {
  await expect(blas({ path: '/no/such/library' })).rejects.toMatchObject({ code: 'LibraryError', library: '/no/such/library' })
})

itWithBlas('makes no garbage in 100,000 large products, sums with bias and steps; one small object at each would be seen', async () => {
  const flags = ['--max-semi-space-size=1', '--expose-gc']
  expect(Number(await inChild('garbage', flags))).toBe(0)
  expect(Number(await inChild('garbage', flags, ['control']))).toBeGreaterThan(0)
})

itWithBlas('refuses every call with an operand outside its memory or of another size, before the library is called', async () => {
  expect(await inChild('fuzz')).toBe('0 got through, 0 numbers changed')
})

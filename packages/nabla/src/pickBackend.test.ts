import { matmul, NablaError, reference, zeros } from '@nablajs/linalg'
import { wasm } from '@nablajs/backend-wasm'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const large = { sizes: [784, 30, 10] }
const tiny = { sizes: [2, 8, 8, 1] }

const blas = vi.fn<(options: { threads: number }) => Promise<{ name: string }>>()
const warned = vi.fn<(code: string, message: string) => void>()

/** The module anew, with nothing loaded yet; `#blas` leads to what is given. */
async function pick(found: object = { blas }) {
  vi.doMock('./importBlas.js', () => ({ importBlas: () => Promise.resolve('blas' in found ? found.blas : undefined) }))
  vi.doMock('./warnOnce.js', () => ({ warnOnce: warned }))
  return (await import('./pickBackend.js')).pickBackend
}

beforeEach(() => {
  vi.resetModules()
  warned.mockReset()
  blas.mockReset().mockImplementation(() => Promise.resolve({ name: 'blas' }))
})

afterEach(() => {
  vi.doUnmock('@nablajs/backend-wasm')
  vi.doUnmock('./importBlas.js')
  vi.doUnmock('./warnOnce.js')
})

it('is exact WebAssembly unless speed alone is asked for, and loads no library for it', async () => {
  const pickBackend = await pick()
  const backend = await pickBackend('exact', large)
  expect(backend).toMatchObject({ name: 'wasm', exact: true })
  expect(await pickBackend('exact', tiny)).toBe(backend)
  expect(blas).not.toHaveBeenCalled()
})

it('is the library where products are large, and fast WebAssembly where all are small', async () => {
  const pickBackend = await pick()
  expect((await pickBackend('fast', large)).name).toBe('blas')
  expect((await pickBackend('fast', tiny)).name).toBe('wasm-fast')
  expect((await pickBackend('fast', { ...tiny, batchSize: 125 })).name).toBe('blas')
  expect((await pickBackend('fast', { sizes: [40, 20, 1] })).name).toBe('blas')
  expect((await pickBackend('fast', { sizes: [40, 19, 1] })).name).toBe('wasm-fast')
})

it('loads one backend for each mode and number of threads', async () => {
  const pickBackend = await pick()
  const [one, same] = await Promise.all([pickBackend('fast', large), pickBackend('fast', { ...large, threads: 1 })])
  expect(one).toBe(same)
  expect(await pickBackend('fast', { ...large, threads: 2 })).not.toBe(one)
  expect(blas.mock.calls).toEqual([[{ threads: 1 }], [{ threads: 2 }]])
})

it('takes fast WebAssembly where there is no library, says so, and asks again the next time', async () => {
  const pickBackend = await pick()
  blas.mockRejectedValue(new NablaError('LibraryError', { where: 'blas', expected: 'a library', got: 'none', fix: 'Install OpenBLAS.' }))
  expect((await pickBackend('fast', large)).name).toBe('wasm-fast')
  expect((await pickBackend('fast', large)).name).toBe('wasm-fast')
  expect(blas).toHaveBeenCalledTimes(2)
  expect(warned.mock.calls).toContainEqual(['NABLA_NO_BLAS', expect.stringMatching(/WebAssembly.*Install OpenBLAS/s)])
})

it('says nothing in a browser, where no library can be', async () => {
  const pickBackend = await pick({})
  expect((await pickBackend('fast', large)).name).toBe('wasm-fast')
  expect(warned).not.toHaveBeenCalled()
})

it.each(['FloatModeError', 'OptionError'])('rejects with a %s of the library', async (code) => {
  const pickBackend = await pick()
  blas.mockRejectedValue(new NablaError(code, { where: 'blas', expected: 'this', got: 'that', fix: 'Do so.' }))
  await expect(pickBackend('fast', large)).rejects.toMatchObject({ code })
})

it('is the reference backend where there is no SIMD, and says so', async () => {
  const missing = new NablaError('BackendError', { where: 'wasm', expected: 'SIMD', got: 'none', fix: 'Use another engine.' })
  vi.doMock('@nablajs/backend-wasm', () => ({ wasm: () => Promise.reject(missing) }))
  const pickBackend = await pick()
  blas.mockRejectedValue(missing)
  expect((await pickBackend('exact', large)).name).toBe('reference')
  expect((await pickBackend('fast', large)).name).toBe('reference')
  expect(warned.mock.calls).toContainEqual(['NABLA_NO_SIMD', expect.stringMatching(/reference/)])
})

it('refuses a mode that there is not, and threads that cannot be', async () => {
  const pickBackend = await pick()
  await expect(pickBackend('quick' as never, tiny)).rejects.toMatchObject({ code: 'OptionError', option: 'mode', got: 'quick' })
  await expect(pickBackend('exact', { ...tiny, threads: 0 })).rejects.toMatchObject({ code: 'OptionError', option: 'threads', got: '0' })
})

it('gives backends that multiply as the reference does', async () => {
  const pickBackend = await pick()
  const A = zeros(3, 4)
  A.data.set(A.data.map((_, i) => i))
  const ours = await pickBackend('exact', tiny)
  const [left, right] = [zeros(3, 4, { backend: ours }), zeros(3, 4, { backend: ours })]
  left.data.set(A.data)
  right.data.set(A.data)
  expect(matmul(left, right.T).toRows()).toEqual(matmul(A, A.T).toRows())
  expect(reference.name).toBe('reference')
  expect((await wasm()).name).toBe(ours.name)
})

import { afterEach, expect, it } from 'vitest'
import { compile } from '../fixtures/compile.js'
import { itCompiled } from '../fixtures/needs.js'
import { blas } from './blas.js'
import { flushesSubnormals, requireFloatMode } from './floatMode.js'
import { loadKoffi } from './loadKoffi.js'

const koffi = await loadKoffi()
const restored: (() => void)[] = []
// The libraries of these tests can switch the thread back, which a real one cannot.
afterEach(() => restored.splice(0).forEach((restore) => restore()))

function build(name: string, ...options: string[]): string {
  const path = compile(name, ...options)
  restored.push(() => void koffi.load(path).func('keep_subnormals', 'void', [])())
  return path
}

it('finds that this thread keeps subnormal numbers', () => {
  expect(flushesSubnormals()).toBe(false)
  expect(() => requireFloatMode('any')).not.toThrow()
})

itCompiled('refuses a library built with -Ofast, which makes JavaScript flush them as soon as it is loaded', async () => {
  const path = build('fast', '-Ofast')
  await expect(blas({ path })).rejects.toMatchObject({ code: 'FloatModeError', library: path, where: path })
  expect(flushesSubnormals()).toBe(true)
  const [smallestNormal = 0] = new Float64Array([2 ** -1022])
  expect(smallestNormal / 2).toBe(0)
})

itCompiled('names what was loaded before, where the thread flushes already', async () => {
  koffi.load(build('before', '-Ofast'))
  await expect(blas({ path: compile('innocent') })).rejects.toMatchObject({ code: 'FloatModeError', library: 'what this process loaded before' })
})

itCompiled('refuses a library whose first product switches the thread', async () => {
  const path = build('at-call', '-DFLUSH_AT_CALL')
  await expect(blas({ path })).rejects.toMatchObject({ code: 'FloatModeError', library: path })
})

itCompiled('has nothing against the same library without such options', async () => {
  const { library } = await blas({ path: build('slow', '-O3') })
  expect(library.name).toBe('slow.so')
  expect(flushesSubnormals()).toBe(false)
})

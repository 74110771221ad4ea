import { expect, it } from 'vitest'
import { compile } from '../fixtures/compile.js'
import { itCompiled } from '../fixtures/needs.js'
import { findLibrary } from './findLibrary.js'
import { loadKoffi } from './loadKoffi.js'

const koffi = await loadKoffi()
const machine = { platform: 'linux', arch: 'x64', environment: {} }

/** A machine where nothing is installed. */
const bare = {
  load: (name: string | null): never => {
    throw new Error(`${String(name)} is not there`)
  },
}

itCompiled('takes the library asked for before the one that the environment names', () => {
  const [asked, named] = [compile('asked'), compile('named')]
  expect(findLibrary(koffi, { ...machine, path: asked, environment: { NABLA_BLAS: named } }).path).toBe(asked)
  expect(findLibrary(koffi, { ...machine, environment: { NABLA_BLAS: named } }).path).toBe(named)
})

it.each([
  ['path', { path: '/no/such.so' }, "blas, path '/no/such.so'"],
  ['variable', { environment: { NABLA_BLAS: '/no/such.so' } }, "blas, NABLA_BLAS '/no/such.so'"],
])('takes no other in the place of one that is named and does not load: %s', (_name, search, where) => {
  expect(() => findLibrary(koffi, { ...machine, ...search })).toThrow(
    expect.objectContaining({ code: 'LibraryError', library: '/no/such.so', where, got: expect.stringContaining('No such file') }),
  )
})

it.each([
  ['linux', 'apt install libopenblas0-pthread'],
  ['darwin', 'brew install openblas'],
  ['win32', 'libopenblas.dll'],
  ['sunos', 'Install OpenBLAS'],
])('says what to install where there is none: %s', (platform, said) => {
  expect(() => findLibrary(bare, { ...machine, platform })).toThrow(
    expect.objectContaining({ code: 'LibraryError', where: 'blas', got: expect.stringMatching(/^none of .*openblas/), fix: expect.stringContaining(said) }),
  )
  expect(() => findLibrary(bare, { ...machine, platform })).toThrow(/blas\(\{ path \}\) or the environment variable NABLA_BLAS\.$/)
})

it('says what a loader threw that is no Error', () => {
  const odd = {
    load: (): never => {
      throw Object('odd')
    },
  }
  expect(() => findLibrary(odd, { ...machine, path: 'x' })).toThrow(expect.objectContaining({ got: 'odd' }))
})

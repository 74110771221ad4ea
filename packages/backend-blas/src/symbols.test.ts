import { expect } from 'vitest'
import { compile, SIXTY_FOUR } from '../fixtures/compile.js'
import { itCompiled, itWithBlas } from '../fixtures/needs.js'
import { findLibrary } from './findLibrary.js'
import { loadKoffi } from './loadKoffi.js'
import { findRoutines } from './symbols.js'

const koffi = await loadKoffi()
const load = (path: string) => findRoutines({ path, handle: koffi.load(path) })

itWithBlas('finds the routines of the BLAS of this machine, its name and how to set its threads', () => {
  const { platform, arch, env } = process
  const routines = findRoutines(findLibrary(koffi, { platform, arch, environment: env }))
  expect(routines.name).toMatch(/^(OpenBLAS|BLIS) \d|Accelerate|mkl/)
  routines.setThreads?.(1)
})

itCompiled.each([
  ['as Fortran compilers name them', []],
  ['of 64 bits', SIXTY_FOUR],
  ['as scipy names them', ['-DNAME(x)=scipy_##x##_']],
  ['without an underscore', ['-DNAME(x)=x']],
])('finds routines %s, calls the library as its file and knows no threads', (name, options) => {
  const file = name.replaceAll(' ', '-')
  const routines = load(compile(file, ...options))
  expect(routines.name).toBe(`${file}.so`)
  expect(routines.setThreads).toBeUndefined()
})

itCompiled('refuses a library without the routines', () => {
  expect(() => load(compile('none', '-DNAME(x)=other_##x'))).toThrow(
    expect.objectContaining({ code: 'LibraryError', library: expect.stringMatching(/none\.so$/), got: 'one without' }),
  )
})

import { expect, it } from 'vitest'
import { candidates } from './candidates.js'

it('takes OpenBLAS before others on Linux, in the folders of the processor', () => {
  const [first, ...others] = candidates('linux', 'arm64')
  expect(first).toBe('libopenblas.so.0')
  expect(others).toContain('/usr/lib/aarch64-linux-gnu/openblas-pthread/libopenblas.so.0')
  expect(others).toContain('libmkl_rt.so.2')
  expect(others).toContain('libblis.so.4')
  expect(candidates('linux', 'x64')).toContain('/usr/lib/x86_64-linux-gnu/blis-openmp/libblis.so.4')
})

it('takes Accelerate first on macOS, which every Mac has', () => {
  expect(candidates('darwin', 'arm64')[0]).toBe('/System/Library/Frameworks/Accelerate.framework/Accelerate')
})

it('knows the names of DLLs, and of a platform it does not know those of Linux', () => {
  expect(candidates('win32', 'x64').every((name) => name.endsWith('.dll'))).toBe(true)
  expect(candidates('freebsd', 'mips')).toContain('/usr/lib/mips/openblas-serial/libopenblas.so.0')
})

import type { LibraryHandle } from 'koffi'
import type { Library } from './findLibrary.js'
import { LibraryError } from './libraryError.js'

/**
 * sgemm or dgemm as Fortran has it: C = alpha · op(A) op(B) + beta · C, where each argument is the address of a letter (N or T), a
 * whole number, a factor or a matrix. No double is passed by value, so none is boxed.
 */
export type FortranGemm = (
  transposeA: bigint,
  transposeB: bigint,
  m: bigint,
  n: bigint,
  k: bigint,
  alpha: bigint,
  a: bigint,
  strideA: bigint,
  b: bigint,
  strideB: bigint,
  beta: bigint,
  c: bigint,
  strideC: bigint,
) => void

/** What is called of a library. */
export interface Routines {
  readonly sgemm: FortranGemm
  readonly dgemm: FortranGemm
  /** The library's own name for itself and its version, where it tells; else the name of its file. */
  readonly name: string
  /** Sets how many threads a product may use; not every library lets itself be told. */
  readonly setThreads: ((threads: number) => void) | undefined
}

/** What stands before and after `sgemm` in the libraries' names for it; 64: whole numbers of 64 bits. */
const SPELLINGS = [['', '_'], ['', '_64_'], ['scipy_', '_'], ['scipy_', '_64_'], ['', '']] as const

/** Functions that set the number of threads, and the C type of their argument. */
const THREADS = [
  ['openblas_set_num_threads', 'int'],
  ['openblas_set_num_threads64_', 'int'],
  ['scipy_openblas_set_num_threads', 'int'],
  ['scipy_openblas_set_num_threads64_', 'int'],
  ['MKL_Set_Num_Threads', 'int'],
  ['bli_thread_set_num_threads', 'int64_t'],
  ['flexiblas_set_num_threads', 'int'],
] as const

/** Functions that return the library's version, and what to write before it. */
const VERSIONS = [
  ['openblas_get_config', ''],
  ['openblas_get_config64_', ''],
  ['scipy_openblas_get_config', ''],
  ['scipy_openblas_get_config64_', ''],
  ['bli_info_get_version_str', 'BLIS '],
] as const

const GEMM_ARGUMENTS = Array.from({ length: 13 }, () => 'void *')

/**
 * Finds in a library what is called of it, under any of the names that builds give it.
 *
 * Shapes: none. Throws `LibraryError` where sgemm or dgemm is missing.
 */
export function findRoutines({ path, handle }: Library): Routines {
  const spelling = SPELLINGS.find(([before, after]) => has(handle, `${before}sgemm${after}`) && has(handle, `${before}dgemm${after}`))
  if (!spelling) {
    throw new LibraryError({
      library: path,
      where: `blas, ${path}`,
      expected: 'a library with the routines sgemm_ and dgemm_',
      got: 'one without',
      fix: 'Give the path of a BLAS: OpenBLAS, MKL, BLIS or Accelerate.',
    })
  }
  const [before, after] = spelling
  const gemm = (letter: string): FortranGemm => handle.func(`${before}${letter}gemm${after}`, 'void', GEMM_ARGUMENTS)
  const threads = THREADS.find(([name]) => has(handle, name))
  const setThreads = threads && handle.func(threads[0], 'void', [threads[1]])
  return { sgemm: gemm('s'), dgemm: gemm('d'), name: nameOf({ path, handle }), setThreads }
}

/** OpenBLAS answers with its name, version and options: the first two words. Others are called as their file is. */
function nameOf({ path, handle }: Library): string {
  const version = VERSIONS.find(([name]) => has(handle, name))
  if (!version) return path.split(/[\\/]/).at(-1) ?? path
  return `${version[1]}${String(handle.func(version[0], 'str', [])())}`.split(' ').slice(0, 2).join(' ')
}

function has(handle: LibraryHandle, name: string): boolean {
  try {
    handle.symbol(name)
    return true
  } catch {
    return false
  }
}

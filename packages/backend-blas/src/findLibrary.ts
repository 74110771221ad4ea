import type { LibraryHandle } from 'koffi'
import { candidates } from './candidates.js'
import { LibraryError } from './libraryError.js'
import type { Koffi } from './loadKoffi.js'

/** The environment variable that names the library. */
const VARIABLE = 'NABLA_BLAS'

const INSTALL: Readonly<Partial<Record<string, string>>> = {
  linux:
    'Install OpenBLAS: apt install libopenblas0-pthread (Debian, Ubuntu), dnf install openblas (Fedora), pacman -S openblas (Arch), apk add openblas (Alpine)',
  darwin: 'Accelerate is part of macOS and should have been found; or brew install openblas',
  win32: 'Download OpenBLAS (libopenblas.dll), or install Intel oneMKL',
}

/** Where a library is looked for, and on what machine. */
export interface Search {
  /** The library asked for: a path or a name that the system's loader finds. */
  readonly path?: string | undefined
  readonly platform: string
  readonly arch: string
  /** The environment's variables. */
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** A loaded library. */
export interface Library {
  /** The path or name that it was loaded by. */
  readonly path: string
  readonly handle: LibraryHandle
}

/**
 * Loads the machine's BLAS: the library asked for, or else the one that the environment variable NABLA_BLAS names, or else the
 * first of the places where OpenBLAS, MKL, BLIS and Accelerate lie on this platform. A library that is named and does not load is
 * an error; no other is taken in its place.
 *
 * Shapes: none. Throws `LibraryError` saying what was tried and what to install.
 */
export function findLibrary(koffi: Pick<Koffi, 'load'>, { path, platform, arch, environment }: Search): Library {
  const named = path || environment[VARIABLE]
  const names = named ? [named] : candidates(platform, arch)
  let reason = ''
  for (const name of names) {
    try {
      return { path: name, handle: koffi.load(name) }
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
    }
  }
  const install = INSTALL[platform] ?? 'Install OpenBLAS'
  throw new LibraryError({
    library: names.join(', '),
    where: named ? `blas, ${path ? 'path' : VARIABLE} '${named}'` : 'blas',
    expected: 'a BLAS library: OpenBLAS, MKL, BLIS or Accelerate',
    got: named ? reason : `none of ${names.join(', ')}`,
    fix: `${install}; or say where it is, by blas({ path }) or the environment variable ${VARIABLE}.`,
  })
}

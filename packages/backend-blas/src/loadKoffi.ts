import type * as koffi from 'koffi'
import { LibraryError } from './libraryError.js'

/** The module koffi, which calls functions of shared libraries. */
export type Koffi = typeof koffi

/**
 * Imports koffi, which is an optional peer. Its native part is a package of its own, so that no install script has to run.
 *
 * Shapes: none. Throws `LibraryError` where koffi or its native part is not there.
 */
export async function loadKoffi(load: () => Promise<Koffi> = () => import('koffi')): Promise<Koffi> {
  try {
    return await load()
  } catch (error) {
    throw new LibraryError({
      library: 'koffi',
      where: 'blas, koffi',
      expected: 'the package koffi, through which the library is called',
      got: String(error instanceof Error ? error.message : error),
      fix: 'Install it beside this package, optional dependencies included: npm install koffi.',
    })
  }
}

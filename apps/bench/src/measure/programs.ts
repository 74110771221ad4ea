import { buildChildren, compileC, findNewerNode, findPython, installPeers } from './prepare.js'
import type { Programs } from './competitors.js'

/** Builds, installs and finds what there is; what cannot be had is an error that its competitors show. */
export async function programs(): Promise<Programs> {
  await buildChildren()
  return {
    c: attempt(compileC),
    python: attempt(findPython),
    peers: attempt((): true => {
      installPeers()
      return true
    }),
    newerNode: attempt(findNewerNode),
    relaxedSimd: Number(process.versions.v8.split('.')[0]) < 12 ? ['--experimental-wasm-relaxed-simd'] : [],
  }
}

function attempt<Found>(find: () => Found): Found | Error {
  try {
    return find()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { log } from './exact/index.js'

/** A stream of draws. The same seed gives the same stream in every engine: only + − × ÷ √ make it. */
export interface Random {
  /** A number in [0, 1), of 53 random bits. */
  uniform(): number
  /** A draw from the standard normal distribution. */
  normal(): number
  /** A whole number in 0 … n − 1, each as likely as the others. */
  integer(n: number): number
  /** Where the stream stands: plain numbers, which `resumeRandom` takes. */
  state(): number[]
}

/** Small seeds differ in few bits, and the first draws of the generator show it: of all small seeds they are nearly equal. */
const WARM_UP = 20
const TWO_32 = 4294967296
const TWO_53 = 9007199254740992

/**
 * The stream of a seed (xoroshiro128+).
 *
 * Shapes: scalar draws. The seed is a whole number; its low 32 bits count.
 */
export function random(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  for (let i = 0; i < WARM_UP; i++) generator.next()
  return draws(generator)
}

/**
 * The stream that goes on from a `state()`.
 *
 * Shapes: scalar draws.
 */
export function resumeRandom(state: readonly number[]): Random {
  return draws(xoroshiro128plusFromState(state))
}

function draws(generator: ReturnType<typeof xoroshiro128plus>): Random {
  const bits32 = () => generator.next() >>> 0
  const uniform = () => ((bits32() >>> 5) * 67108864 + (bits32() >>> 6)) / TWO_53
  return {
    uniform,
    normal() {
      // Marsaglia's polar method (1964). It draws two normals; the second is not kept, so that the state is the generator's alone.
      for (;;) {
        const u = 2 * uniform() - 1
        const v = 2 * uniform() - 1
        const s = u * u + v * v
        if (s > 0 && s < 1) return u * Math.sqrt((-2 * log(s)) / s)
      }
    },
    integer(n) {
      // Draws past the last full multiple of n would favour small numbers.
      const limit = TWO_32 - (TWO_32 % n)
      for (;;) {
        const draw = bits32()
        if (draw < limit) return draw % n
      }
    },
    state: () => [...generator.getState()],
  }
}

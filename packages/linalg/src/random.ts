import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { log } from './exact/index.js'
import { OptionError } from './optionError.js'

/** A stream of draws. The same seed gives the same stream in every engine: only + − × ÷ √ make it. */
export interface Random {
  /** A number in [0, 1), of 53 random bits. */
  uniform(): number
  /** A draw from the standard normal distribution. */
  normal(): number
  /** A whole number in 0 … n − 1, each as likely as the others. Throws `OptionError` unless n is whole, 1 … 2³². */
  integer(n: number): number
  /** Where the stream stands: plain numbers, which `resumeRandom` takes. */
  state(): number[]
}

const TWO_32 = 4294967296
const TWO_53 = 9007199254740992
/** 2³² divided by the golden ratio, odd: steps through all 32-bit numbers. */
const GOLDEN = 0x9e3779b9

/**
 * The stream of a seed (xoroshiro128+; Blackman and Vigna 2018).
 *
 * Shapes: scalar draws. Throws `OptionError` for a seed that is not a whole number between ±(2⁵³ − 1).
 */
export function random(seed: number): Random {
  if (!Number.isSafeInteger(seed)) {
    throw new OptionError({
      option: 'seed',
      where: 'random, seed',
      expected: 'a whole number between ±(2⁵³ − 1)',
      got: String(seed),
      fix: 'Give for example 1.',
    })
  }
  // The generator is linear: streams of seeds that differ in one bit would correlate however long it ran. A mix of the seed's
  // bits fills its state, as its authors advise.
  const mixed = mixer(seed)
  return draws(xoroshiro128plusFromState([mixed(), mixed(), mixed(), mixed()]))
}

/** 32 mixed bits at each call (splitmix32), from all bits of the seed. */
function mixer(seed: number): () => number {
  let counter = finalize(seed | 0) ^ Math.floor(seed / TWO_32)
  return () => {
    counter = (counter + GOLDEN) | 0
    return finalize(counter)
  }
}

/** The finalizer of MurmurHash3: each bit of the result depends on every bit given. */
function finalize(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}

/**
 * The stream that goes on from a `state()`.
 *
 * Shapes: scalar draws.
 */
export function resumeRandom(state: readonly number[]): Random {
  return draws(xoroshiro128plusFromState(state))
}

function draws(generator: ReturnType<typeof xoroshiro128plusFromState>): Random {
  const bits32 = () => generator.next() >>> 0
  const uniform = () => ((bits32() >>> 5) * 67108864 + (bits32() >>> 6)) / TWO_53
  return {
    uniform,
    normal() {
      // Marsaglia's polar method (1964). It draws two normals; the second is not kept, so that the state is the generator's
      // alone.
      for (;;) {
        const u = 2 * uniform() - 1
        const v = 2 * uniform() - 1
        const s = u * u + v * v
        if (s > 0 && s < 1) return u * Math.sqrt((-2 * log(s)) / s)
      }
    },
    integer(n) {
      if (!Number.isInteger(n) || n < 1 || n > TWO_32) throw noRange(n)
      for (;;) {
        const draw = bits32()
        // Draws past the last full multiple of n would favour small numbers. (It lies past 2³² − n, so that few draws need the
        // division, which is slow for numbers beyond 2³¹.)
        if (draw >= TWO_32 - n && draw >= TWO_32 - (TWO_32 % n)) continue
        return n === TWO_32 ? draw : draw % (n >>> 0)
      }
    },
    state: () => [...generator.getState()],
  }
}

function noRange(n: number): OptionError {
  return new OptionError({
    option: 'n',
    where: 'integer, n',
    expected: 'a whole number in 1 … 2³²',
    got: String(n),
    fix: 'The draw is in 0 … n − 1: give how many numbers there are to draw from.',
  })
}

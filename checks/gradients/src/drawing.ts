/** A stream of draws from whole-number arithmetic alone, the same in every engine. */
export interface Drawing {
  /** A number in [0, 1), of 32 random bits. */
  uniform(): number
  /** A number between low and high. */
  between(low: number, high: number): number
  /** A whole number of 0 … n − 1. */
  integer(n: number): number
  /** One of these. */
  pick<T>(choices: readonly T[]): T
  /** True so often. */
  chance(probability: number): boolean
}

const TWO_32 = 4294967296

/**
 * The stream of a seed and a number within it, so that net 1,234 of seed 1 can be made without the others.
 *
 * Shapes: scalar draws. Source: splitmix32, with the finalizer of MurmurHash3.
 */
export function drawing(seed: number, number: number): Drawing {
  let counter = mixed(mixed(seed) + number)
  const uniform = () => {
    counter = (counter + 0x9e3779b9) | 0
    return (mixed(counter) >>> 0) / TWO_32
  }
  const integer = (n: number) => Math.floor(uniform() * n)
  return {
    uniform,
    integer,
    between: (low, high) => low + (high - low) * uniform(),
    pick(choices) {
      const choice = choices[integer(choices.length)]
      if (choice === undefined) throw new RangeError('nothing to pick from')
      return choice
    },
    chance: (probability) => uniform() < probability,
  }
}

function mixed(bits: number): number {
  let x = bits | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return x ^ (x >>> 16)
}

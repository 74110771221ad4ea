/** How many numbers there are of each power of ten. */
export interface Decades {
  /** How many are 0. */
  readonly zeros: number
  /** From the smallest to the largest that occur, none left out: numbers of 10^exponent ≤ |x| < 10^(exponent + 1). */
  readonly decades: readonly { readonly exponent: number; readonly count: number }[]
}

const LEAST = -324
/** 10^−323 … 10^308, as the nearest numbers there are. */
const POWERS = /* @__PURE__ */ Array.from({ length: 632 }, (_, i) => Number(`1e${i - 323}`))

/**
 * A count by powers of ten that grows as numbers come.
 *
 * Shapes: finite numbers.
 */
export function countDecades(): { add(numbers: ArrayLike<number>): void; result(): Decades } {
  const counts = new Map<number, number>()
  let zeros = 0
  return {
    add(numbers) {
      for (let i = 0; i < numbers.length; i++) {
        if (numbers[i] === 0) zeros++
        else {
          const exponent = exponentOf(Math.abs(numbers[i]))
          counts.set(exponent, (counts.get(exponent) ?? 0) + 1)
        }
      }
    },
    result() {
      const exponents = Array.from(counts.keys())
      const least = Math.min(...exponents)
      const length = exponents.length === 0 ? 0 : Math.max(...exponents) - least + 1
      const decades = Array.from({ length }, (_, i) => ({ exponent: least + i, count: counts.get(least + i) ?? 0 }))
      return { zeros, decades }
    },
  }
}

/** By halving, since a logarithm is not exact at powers of ten. */
function exponentOf(size: number): number {
  let [from, to] = [0, POWERS.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (POWERS[middle] <= size) from = middle + 1
    else to = middle
  }
  return from + LEAST
}

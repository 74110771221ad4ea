// The largest half of an exponent in use: exp scales by 2^-1076 … 2^1024, in two halves.
const LARGEST = 540

function powers(): Float64Array {
  const table = new Float64Array(2 * LARGEST + 1).fill(1)
  for (let k = 1; k <= LARGEST; k++) {
    table[LARGEST + k] = 2 * table[LARGEST + k - 1]
    table[LARGEST - k] = table[LARGEST - k + 1] / 2
  }
  return table
}

const powersOfTwo = /* @__PURE__ */ powers()

/**
 * x · 2ᵏ, rounded once at most (where the result is subnormal), for |x| in [½, 2) and integer k in −1080 … 1080; also for
 * any x whose product with 2^(k/2) is a normal number. A table, since writing the exponent's bits and reading the number
 * back stalls the processor.
 *
 * Shapes: scalar.
 */
export function timesPowerOfTwo(x: number, k: number): number {
  const half = k >> 1
  return x * powersOfTwo[half + LARGEST] * powersOfTwo[k - half + LARGEST]
}

/** A number as the sum of two doubles, the second below half a last place of the first: about 104 bits. */
export interface DoubleDouble {
  readonly high: number
  readonly low: number
}

/** Its product with a double, taken off twice, leaves the upper 26 bits. */
const SPLITTER = 134217729

/** a + b, exactly. T. J. Dekker, D. E. Knuth. */
export function sumOf(a: number, b: number): DoubleDouble {
  const high = a + b
  const part = high - a
  return { high, low: a - (high - part) + (b - part) }
}

/** a · b, exactly while nothing over- or underflows. T. J. Dekker, Numer. Math. 18 (1971). */
export function productOf(a: number, b: number): DoubleDouble {
  const high = a * b
  const aLarge = a * SPLITTER
  const bLarge = b * SPLITTER
  const aHigh = aLarge - (aLarge - a)
  const bHigh = bLarge - (bLarge - b)
  const aLow = a - aHigh
  const bLow = b - bHigh
  return { high, low: aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow }
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const leading = sumOf(a.high, b.high)
  const trailing = sumOf(a.low, b.low)
  const first = sumOf(leading.high, leading.low + trailing.high)
  return sumOf(first.high, first.low + trailing.low)
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const leading = productOf(a.high, b.high)
  return sumOf(leading.high, leading.low + (a.high * b.low + a.low * b.high))
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high
  const rest = add(a, multiply(b, { high: -first, low: 0 }))
  const second = rest.high / b.high
  const last = add(rest, multiply(b, { high: -second, low: 0 })).high / b.high
  return add(sumOf(first, second), { high: last, low: 0 })
}

/** a · 2ᵏ, k from −1022 to 1023. */
export function scaled(a: DoubleDouble, k: number): DoubleDouble {
  const power = 2 ** k
  return { high: a.high * power, low: a.low * power }
}

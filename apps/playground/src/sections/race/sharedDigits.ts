const DIGITS = 9

/** A number with nine digits, and how much of its text agrees with that of another. */
export function sharedDigits(value: number, other: number): { readonly shared: string; readonly rest: string } {
  const [own, others] = [written(value), written(other)]
  let length = 0
  while (length < own.length && own[length] === others[length]) length++
  // A sign, a point and zeros alone are no agreement in digits.
  if (length < own.length && !/[1-9]/.test(own.slice(0, length))) length = 0
  return { shared: own.slice(0, length), rest: own.slice(length) }
}

function written(value: number): string {
  return Number.isFinite(value) ? value.toFixed(DIGITS).replace('-', '−') : String(value)
}

/** One property of the state in a link. */
export interface Property<T> {
  /** Its name in the link. */
  readonly key: string
  readonly initial: T
  /** The value that a text stands for, brought within its limits; undefined where it stands for none. */
  read(text: string): T | undefined
  write(value: T): string
  /** In words, for a reader whose link says something else. */
  readonly expected: string
}

/** One of several names. */
export function oneOf<T extends string>(key: string, names: readonly T[], initial: T): Property<T> {
  return { key, initial, read: (text) => names.find((name) => name === text), write: (name) => name, expected: names.join(' | ') }
}

/** Some of several names, or none of them, in their order. */
export function someOf<T extends string>(key: string, names: readonly T[]): Property<readonly T[]> {
  return {
    key,
    initial: [],
    read(text) {
      const said = text === '' ? [] : text.split(',')
      const found = names.filter((name) => said.includes(name))
      return said.every((one) => names.some((name) => name === one)) ? found : undefined
    },
    write: (chosen) => chosen.join(','),
    expected: names.join(','),
  }
}

/** A number from least to most; whole where asked for. */
export function numberFrom(key: string, least: number, most: number, initial: number, { whole = false } = {}): Property<number> {
  return {
    key,
    initial,
    read: (text) => clampedNumber(text, least, most, whole),
    write: String,
    expected: `${least} … ${most}`,
  }
}

/** A list of numbers, each from least to most, of a number of entries that is in range. */
export function numberList(
  key: string, initial: readonly number[], limits: { least: number; most: number; entries: readonly [number, number]; whole?: boolean },
): Property<readonly number[]> {
  const { least, most, entries, whole = false } = limits
  return {
    key,
    initial,
    read(text) {
      const numbers = text.split(',').slice(0, entries[1]).map((part) => clampedNumber(part, least, most, whole))
      const found = numbers.filter((number) => number !== undefined)
      return found.length === numbers.length && found.length >= entries[0] ? found : undefined
    },
    write: (numbers) => numbers.join(','),
    expected: `${entries[0]} … ${entries[1]} × ${least} … ${most}`,
  }
}

/** A decimal number as people and `String` write it, brought between least and most; undefined where the text is none. */
export function clampedNumber(text: string, least: number, most: number, whole = false): number | undefined {
  if (text.length > 30 || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text)) return undefined
  const number = Math.min(most, Math.max(least, Number(text)))
  // −0 would be written as 0.
  return (whole ? Math.round(number) : number) + 0
}

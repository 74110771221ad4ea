import { FormatError } from '@nablajs/linalg'

/** What JSON can hold; objects have no prototype. */
export type StrictJson = null | boolean | number | string | StrictJson[] | StrictObject

/** An object of JSON, without a prototype. */
export interface StrictObject {
  [key: string]: StrictJson
}

/** Deeper brackets are an attack or a mistake. */
const DEEPEST = 32
const COUNT = /(?:0|[1-9]\d*)(?![\d.eE])/y
const WHOLE = /^-?[1-9]\d{0,20}$/
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /[ \n\r\t]*/y

/**
 * JSON by its grammar alone: no key twice in an object, none called `__proto__`, no number that a double does not hold (whole ones beyond
 * 2⁵³ and what overflows), brackets at most 32 deep. `JSON.parse` lets all of these pass. With `counts` every number is whole, from 0 on, and
 * written so: 2 and not 2.0.
 *
 * Shapes: text in. Throws `FormatError` with the place, in characters of the text from 0.
 */
export function strictJson(text: string, where: string, numbers: 'any' | 'counts' = 'any'): StrictJson {
  const reader = new Reader(text, where, numbers === 'counts' ? COUNT : NUMBER)
  const value = reader.value(0)
  reader.end()
  return value
}

class Reader {
  private at = 0
  private readonly text: string
  private readonly where: string
  private readonly numbers: RegExp

  constructor(text: string, where: string, numbers: RegExp) {
    this.text = text
    this.where = where
    this.numbers = numbers
  }

  value(depth: number): StrictJson {
    if (depth > DEEPEST) throw this.wrong(`brackets at most ${DEEPEST} deep`, 'deeper ones')
    this.match(SPACE)
    const next = this.text[this.at]
    if (next === '{') return this.object(depth)
    if (next === '[') return this.list(depth)
    if (next === '"') return this.string()
    if (next === 't') return this.word('true', true)
    if (next === 'f') return this.word('false', false)
    if (next === 'n') return this.word('null', null)
    return this.number()
  }

  end(): void {
    this.match(SPACE)
    if (this.at < this.text.length) throw this.wrong('the end', 'more text')
  }

  private object(depth: number): StrictObject {
    const object = Object.create(null) as StrictObject
    this.at++
    this.match(SPACE)
    if (this.take('}')) return object
    do {
      this.match(SPACE)
      const from = this.at
      const key = this.string()
      if (key in object || key === '__proto__') throw this.wrong('another key', `${JSON.stringify(key.slice(0, 40))}${key in object ? ' twice' : ''}`, from)
      this.match(SPACE)
      if (!this.take(':')) throw this.wrong("':'", this.found())
      object[key] = this.value(depth + 1)
      this.match(SPACE)
    } while (this.take(','))
    if (!this.take('}')) throw this.wrong("',' or '}'", this.found())
    return object
  }

  private list(depth: number): StrictJson[] {
    const list: StrictJson[] = []
    this.at++
    this.match(SPACE)
    if (this.take(']')) return list
    do {
      list.push(this.value(depth + 1))
      this.match(SPACE)
    } while (this.take(','))
    if (!this.take(']')) throw this.wrong("',' or ']'", this.found())
    return list
  }

  private word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw this.wrong('a value', this.found())
    this.at += word.length
    return value
  }

  private string(): string {
    const from = this.at
    if (this.text[from] !== '"') throw this.wrong('text in quotes', this.found())
    // Not by a pattern: a long text overflows the stack of one.
    let end = from
    do end = this.text.indexOf('"', end + 1)
    while (end > 0 && this.isEscaped(end))
    if (end < 0) throw this.wrong('text in quotes', 'one without an end')
    try {
      const parsed: unknown = JSON.parse(this.text.slice(from, end + 1))
      this.at = end + 1
      return String(parsed)
    } catch {
      throw this.wrong('text without control characters, and escapes as JSON has them', 'another')
    }
  }

  /** Whether an odd number of backslashes stands before. */
  private isEscaped(at: number): boolean {
    let first = at
    while (this.text[first - 1] === '\\') first--
    return (at - first) % 2 === 1
  }

  private number(): number {
    const from = this.at
    const text = this.match(this.numbers)
    if (text === '') throw this.wrong(this.numbers === COUNT ? 'a whole number' : 'a value', this.found(), from)
    const number = Number(text)
    // A whole number that is another one as a double is refused, and not rounded.
    if (!Number.isFinite(number) || (WHOLE.test(text) && String(number) !== text)) {
      throw this.wrong('a number that a double holds', text.slice(0, 40), from)
    }
    return number
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const [text = ''] = pattern.exec(this.text) ?? []
    this.at += text.length
    return text
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false
    this.at++
    return true
  }

  private found(): string {
    const character = this.text[this.at]
    return character === undefined ? 'the end' : JSON.stringify(character)
  }

  private wrong(expected: string, got: string, offset = this.at): FormatError {
    return new FormatError({ offset, where: `${this.where}, character ${offset}`, expected, got, fix: 'Write the file again with what made it.' })
  }
}

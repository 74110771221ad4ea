import { FormatError, OptionError, type Floats } from '@nablajs/linalg'
import { isRecord } from './check.js'
import type { Plain } from './plain.js'

/** What JSON can say by itself. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Deeper than any state, history or option; it bounds the recursion. */
const DEEPEST = 64

/** Doubles that JSON cannot say. −0 is one: it is written as 0. */
const NUMBERS: Readonly<Record<string, number>> = { NaN, Infinity, '-Infinity': -Infinity, '-0': -0 }

/**
 * Plain data as JSON that keeps every bit: an array of floats goes to the end of `arrays` and is `{ $array: 0 }` in its place, a double that
 * JSON cannot say is `{ $number: "NaN" }`, and a field that is undefined is left out.
 *
 * Shapes: none. Throws `OptionError` for what is no plain data, naming the field.
 */
export function toTree(value: unknown, arrays: Floats[], path: string, depth = 0): Json {
  if (depth > DEEPEST) throw notPlain(path, `more than ${DEEPEST} levels, or a circle`)
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : { $number: nameOf(value) }
  if (isFloats(value)) return { $array: arrays.push(value) - 1 }
  if (isList(value)) return value.map((item, i) => toTree(item, arrays, `${path}[${i}]`, depth + 1))
  if (!isRecord(value)) throw notPlain(path, kindOf(value))
  const fields: [string, Json][] = []
  for (const [key, field] of Object.entries<unknown>(value)) {
    if (isReserved(key)) throw notPlain(`${path}.${key}`, 'a name that is kept for other things')
    if (field !== undefined) fields.push([key, toTree(field, arrays, `${path}.${key}`, depth + 1)])
  }
  return Object.fromEntries(fields)
}

/**
 * The data that `toTree` made this of. Takes one array after another, in the order in which `toTree` gave them.
 *
 * Shapes: none. Throws `FormatError` for a tree that `toTree` does not make.
 */
export function fromTree(tree: Json, arrays: IterableIterator<Floats>, name: string, depth = 0): Plain {
  if (depth > DEEPEST) throw notATree(name, `at most ${DEEPEST} levels`, 'more')
  if (tree === null || typeof tree !== 'object') return tree
  if (Array.isArray(tree)) return tree.map((item) => fromTree(item, arrays, name, depth + 1))
  const entries = Object.entries(tree)
  const [first] = entries
  if (first?.[0] === '$array') return nextArray(first[1], entries.length, arrays, name)
  if (first?.[0] === '$number') return namedNumber(first[1], entries.length, name)
  for (const [key] of entries) if (isReserved(key)) throw notATree(name, 'no such name in its head', JSON.stringify(key))
  return Object.fromEntries(entries.map(([key, field]) => [key, fromTree(field, arrays, name, depth + 1)]))
}

function nextArray(index: Json, fields: number, arrays: IterableIterator<Floats>, name: string): Floats {
  const next = arrays.next()
  // The index says again what the order says; `decodeCheckpoint` compares it, as it writes the head once more.
  if (next.done === true || fields !== 1 || typeof index !== 'number') throw notATree(name, 'a mention of one of its arrays', JSON.stringify(index))
  return next.value
}

function namedNumber(text: Json, fields: number, name: string): number {
  const number = typeof text === 'string' && Object.hasOwn(NUMBERS, text) ? NUMBERS[text] : undefined
  if (number === undefined || fields !== 1) throw notATree(name, `one of ${Object.keys(NUMBERS).join(', ')}`, JSON.stringify(text))
  return number
}

function nameOf(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

/** `__proto__` would set what an object inherits from where a reader copies fields. */
function isReserved(key: string): boolean {
  return key.startsWith('$') || key === '__proto__'
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isFloats(value: unknown): value is Floats {
  const kind = Object.prototype.toString.call(value)
  return kind === '[object Float32Array]' || kind === '[object Float64Array]'
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}

function notPlain(path: string, got: string): OptionError {
  const fix = 'Leave it out, or write it as plain data.'
  return new OptionError({ option: path, where: `checkpoint, ${path}`, expected: 'numbers, text, arrays of floats, lists and plain objects', got, fix })
}

function notATree(name: string, expected: string, got: string): FormatError {
  return new FormatError({ where: `${name}, head`, expected, got, fix: 'It was not written by saveCheckpoint; take another file.' })
}

/**
 * What a plugin sees of a column: a length, numbers by index, `map` and `reduce`. Float32Array, Float64Array and a plain
 * array of numbers all are one. (A union of the typed arrays has no callable `map` in TypeScript.)
 */
export interface Vector {
  readonly length: number
  [index: number]: number
  map(f: (x: number, index: number) => number): Vector
  reduce(f: (total: number, x: number, index: number) => number, initial?: number): number
}

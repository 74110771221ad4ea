import type { Vector } from 'nabla'
import type { LinearLayer } from './layersOf.js'

/**
 * All numbers of maps or gradients, one after another, in the order of `net.parameters`.
 *
 * Shapes: w: n × k, b: n × 1 for each; returns Σ n (k + 1) numbers.
 */
export function flat(layers: readonly LinearLayer[]): number[] {
  return layers.flatMap(({ w, b }) => [...w.data, ...b.data])
}

/**
 * ‖x − y‖₂ / ‖y‖₂.
 *
 * Shapes: two vectors of one length.
 */
export function relativeDifference(x: Vector, y: Vector): number {
  const squares = (entry: (i: number) => number) => y.reduce((sum, _, i) => sum + entry(i) ** 2, 0)
  return Math.sqrt(squares((i) => (x[i] ?? NaN) - (y[i] ?? NaN)) / squares((i) => y[i] ?? NaN))
}

/**
 * Affine maps as equations, side by side under their names.
 *
 * Shapes: maps of one shape, w: n × k, b: n × 1; returns lines of text.
 */
export function equations(maps: Readonly<Record<string, LinearLayer>>): string {
  const columns = Object.entries(maps).map(([name, { w, b }]) => [name, ...w.toRows().map((row, j) => equation(row, b.get(j, 0), j))])
  const width = Math.max(...columns.flat().map((line) => line.length))
  return (columns[0] ?? []).map((_, i) => columns.map((lines) => (lines[i] ?? '').padEnd(width)).join('   ').trimEnd()).join('\n')
}

function equation(row: readonly number[], constant: number, j: number): string {
  const signed = (x: number) => `${x < 0 ? '−' : '+'} ${Math.abs(x).toFixed(6)}`
  const terms = row.map((x, k) => `${signed(x)} x${k}`)
  return `y${j} = ${[...terms, signed(constant)].join(' ').replace(/^\+/, ' ')}`
}

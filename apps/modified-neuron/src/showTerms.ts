import type { Term } from './terms.js'

const HEAD = ['', 'layer', 'neuron', 'arriving', 'derivative', '', 'δ by hand', 'δ by engine']

/**
 * The terms as a table: one row is marked, where f′ stands in the place of σ′.
 *
 * Shapes: returns lines of text.
 */
export function showTerms(terms: readonly Term[]): string {
  const rows = terms.map(({ equation, layer, neuron, modified, arriving, derivative, byEquation, byEngine }) => [
    equation,
    String(layer),
    String(neuron),
    arriving.toFixed(6),
    derivative.toFixed(6),
    modified ? 'f′ ←' : 'σ′',
    byEquation.toFixed(6),
    byEngine.toFixed(6),
  ])
  const table = [HEAD, ...rows]
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)))
  return table
    .map((row) => row.map((cell, column) => (column === 5 ? cell.padEnd : cell.padStart).call(cell, widths[column] ?? 0)).join('  ').trimEnd())
    .join('\n')
}

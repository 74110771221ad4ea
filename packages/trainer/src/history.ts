import type { Epoch } from './epoch.js'

/**
 * Epochs as lines of JSON, one each, for programs.
 *
 * Shapes: none.
 */
export function historyToJsonl(history: readonly Epoch[]): string {
  return history.map((epoch) => `${JSON.stringify(epoch)}\n`).join('')
}

/**
 * Epochs as a table with a header: every number of an epoch in a column of its own, `test.cost` and `test.metrics.top5` among them.
 * What is no number has no column.
 *
 * Shapes: none. Source of the format: RFC 4180, with line feeds.
 */
export function historyToCsv(history: readonly Epoch[]): string {
  const rows = history.map((epoch) => new Map(numbersIn(epoch, '')))
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  const lines = rows.map((row) => names.map((name) => row.get(name) ?? '').join(','))
  return [names.map(quoted).join(','), ...lines].map((line) => `${line}\n`).join('')
}

function numbersIn(value: unknown, name: string): (readonly [string, number])[] {
  if (typeof value === 'number') return [[name, value]]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, name === '' ? key : `${name}.${key}`))
}

function quoted(name: string): string {
  return /[",\n\r]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name
}

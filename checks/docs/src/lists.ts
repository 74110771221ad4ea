import { mayImport } from '../../../scripts/lint/imports.mjs'
import type { Page } from './page.js'
import type { Workspace } from './workspace.js'

/** Tables of documents that say what is also said elsewhere, and say it otherwise. */
export function listProblems({ packages, checks }: Workspace, pages: readonly Page[]): string[] {
  const published = [...packages.keys()].filter((name) => name === 'nabla' || !/^@nablajs\/(app|check)-/.test(name))
  return [
    ...compare(pages, 'ARCHITECTURE.md', 'may import', importsTable(), 'scripts/lint/imports.mjs'),
    ...compare(pages, 'README.md', 'package', published.map((name) => [name]), 'packages/'),
    ...compare(pages, 'CONTRIBUTING.md', 'check', [...checks].map((name) => [name]), 'checks/'),
  ]
}

/** The table of imports as lint holds it: package, and what it may import. */
function importsTable(): string[][] {
  return Object.entries(mayImport).map(([name, { values, types }]) => {
    const parts = [values.join(', ') || 'nothing', ...(types.length > 0 ? [`types only of ${types.join(', ')}`] : [])]
    return [name, parts.join('; ')]
  })
}

/** Compares the first columns of the table that has `head` among its heads with rows that are known, in any order. */
function compare(pages: readonly Page[], file: string, head: string, known: readonly string[][], source: string): string[] {
  const table = pages.find((page) => page.file === file)?.tables.find(([heads]) => heads?.includes(head))
  if (!table) return [`${file}: there is no table with the head '${head}'`]
  const width = known[0]?.length ?? 1
  const said = table.slice(1).map((row) => plain(row.slice(0, width)))
  const wanted = known.map(plain)
  return [
    ...wanted.filter((row) => !said.includes(row)).map((row) => `${file}: the table '${head}' lacks '${row}', which ${source} has`),
    ...said.filter((row) => !wanted.includes(row)).map((row) => `${file}: the table '${head}' has '${row}', which ${source} has not`),
  ]
}

/** Cells as text, without code marks and links. */
function plain(cells: readonly string[]): string {
  return cells.map((cell) => cell.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '')).join(' | ')
}

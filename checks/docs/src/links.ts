import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { readPage, type Page } from './page.js'

/** Links to files, lines and headings that are not there. What a package ships may not point out of the package. */
export function linkProblems(root: string, pages: readonly Page[]): string[] {
  return pages.flatMap((page) =>
    page.links.flatMap(({ line, href }) => {
      const problem = /^[a-z]+:/i.test(href) ? undefined : problemOf(root, page, href)
      return problem === undefined ? [] : [`${page.file}:${line}: ${href} ${problem}`]
    }),
  )
}

function problemOf(root: string, page: Page, href: string): string | undefined {
  const [path = '', anchor] = decodeURI(href).split('#')
  const file = path === '' ? page.file : posix.join(dirname(page.file), path)
  const shipped = /^packages\/[^/]+\/README\.md$/.test(page.file)
  if (shipped && !file.startsWith(`${dirname(page.file)}/`)) return 'leaves the package, and the README is shipped without the rest'
  if (file !== page.file && !existsSync(join(root, file))) return 'is not there'
  if (anchor === undefined) return undefined
  if (file.endsWith('.md')) {
    const { anchors } = file === page.file ? page : readPage(root, file)
    return anchors.has(anchor) ? undefined : `names no heading of ${file}`
  }
  if (statSync(join(root, file)).isDirectory()) return 'names a place in a folder'
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  const number = /^L(\d+)$/.exec(anchor)?.[1]
  return number !== undefined && (lines[Number(number) - 1] ?? '').trim() !== '' ? undefined : `names no line of ${file} (it has ${lines.length})`
}

import { expect, it } from 'vitest'
import { parsePage } from './page.js'

const page = parsePage(
  'README.md',
  ['# A b', '', 'See [that](x.md#a-b).', '', '```ts', 'const x = 1', '```', '', '1. in a list', '', '   ```sh', '   npm test', '   ```', '', '## A b', '', '| h | i |', '|---|---|', '| `c` | [d](e.ts) |', ''].join('\n'),
)

it('finds code blocks with their language and the line of their first line, also inside lists', () => {
  expect(page.blocks).toEqual([
    { page: 'README.md', line: 6, language: 'ts', code: 'const x = 1' },
    { page: 'README.md', line: 12, language: 'sh', code: 'npm test' },
  ])
})

it('finds links with their line, also inside tables', () => {
  expect(page.links).toEqual([
    { line: 3, href: 'x.md#a-b' },
    { line: 19, href: 'e.ts' },
  ])
})

it('names headings as GitHub does, a second one of the same name with a number', () => {
  expect([...page.anchors]).toEqual(['a-b', 'a-b-1'])
})

it('reads tables as rows of cells', () => {
  expect(page.tables).toEqual([[['h', 'i'], ['`c`', '[d](e.ts)']]])
})

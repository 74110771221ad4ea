import { expect, it } from 'vitest'
import { linkProblems } from './links.js'
import { parsePage } from './page.js'
import { root } from './root.js'

const problems = (file: string, text: string) => linkProblems(root, [parsePage(file, text)])

it.each([
  ['a file', '[a](../package.json)'],
  ['a folder', '[a](decisions)'],
  ['a line', '[a](../packages/linalg/src/matrix.ts#L1)'],
  ['a heading of the page', '# One two\n[a](#one-two)'],
  ['a heading of another page', '[a](../CONTRIBUTING.md#three-import-rules)'],
  ['another site', '[a](https://example.org/nothing)'],
])('passes a link to %s', (_what, text) => {
  expect(problems('docs/page.md', text)).toEqual([])
})

it.each([
  ['a file', '[a](../nothing.ts)', 'is not there'],
  ['an image', '![a](nothing.svg)', 'is not there'],
  ['a line', '[a](../package.json#L9999)', 'names no line'],
  ['a heading', '[a](../CONTRIBUTING.md#nothing)', 'names no heading'],
  ['a place in a folder', '[a](decisions#L1)', 'names a place in a folder'],
])('finds a link to %s that is not there', (_what, text, said) => {
  expect(problems('docs/page.md', `\n${text}`)).toEqual([expect.stringContaining(said)])
  expect(problems('docs/page.md', `\n${text}`)[0]).toMatch(/^docs\/page\.md:2: /)
})

it('keeps the README of a package inside of the package', () => {
  expect(problems('packages/linalg/README.md', '[a](src/matrix.ts)')).toEqual([])
  expect(problems('packages/linalg/README.md', '[a](../costs/README.md)')).toEqual([expect.stringContaining('leaves the package')])
})

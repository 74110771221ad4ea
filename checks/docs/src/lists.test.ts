import { expect, it } from 'vitest'
import { listProblems } from './lists.js'
import { parsePage, readPage } from './page.js'
import { root } from './root.js'
import { readWorkspace } from './workspace.js'

const FILES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']
const workspace = readWorkspace(root)
const changed = (change: (text: string) => string) => FILES.map((file) => readPage(root, file)).map(({ file, text }) => parsePage(file, change(text)))

it('finds a package that ARCHITECTURE.md lets import more than lint does, and one that it lacks', () => {
  const pages = changed((text) => text.replace('| data | linalg |', '| data | linalg, backprop |'))
  expect(listProblems(workspace, pages)).toEqual([
    "ARCHITECTURE.md: the table 'may import' lacks 'data | linalg', which scripts/lint/imports.mjs has",
    "ARCHITECTURE.md: the table 'may import' has 'data | linalg, backprop', which scripts/lint/imports.mjs has not",
  ])
})

it('finds a check and a package that no document names', () => {
  const pages = changed((text) => text.replace(/^\| `docs`.*\n/m, '').replace(/^\| \[`@nablajs\/costs`.*\n/m, ''))
  expect(listProblems(workspace, pages)).toEqual([
    "README.md: the table 'package' lacks '@nablajs/costs', which packages/ has",
    "CONTRIBUTING.md: the table 'check' lacks 'docs', which checks/ has",
  ])
})

it('finds that a table is not there at all', () => {
  expect(listProblems(workspace, [])).toHaveLength(3)
})

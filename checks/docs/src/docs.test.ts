import { join } from 'node:path'
import { expect, it } from 'vitest'
import { typeProblems } from './checkTypes.js'
import { commandProblems } from './commands.js'
import { equationProblems } from './equations.js'
import { languageProblems } from './languages.js'
import { linkProblems } from './links.js'
import { listProblems } from './lists.js'
import { pages as readPages } from './pages.js'
import { root } from './root.js'
import { runBlocks } from './runBlocks.js'
import { readWorkspace } from './workspace.js'

const pages = readPages(root)
const workspace = readWorkspace(root)
const folder = join(root, 'checks', 'docs', '.reports', 'blocks')

it('finds the documents', () => {
  const files = pages.map(({ file }) => file)
  expect(files).toEqual(expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/the-books-class.md', 'packages/linalg/README.md']))
})

it('every code block runs and prints what its comments say', async () => {
  const { blocks, compared, problems } = await runBlocks(pages, join(folder, 'run'))
  expect(problems).toEqual([])
  expect(blocks).toBeGreaterThan(0)
  expect(compared).toBeGreaterThan(0)
})

it('every code block is right in types', () => {
  expect(typeProblems(pages, join(folder, 'types'))).toEqual([])
})

it('no code block is of a kind that nothing checks', () => {
  expect(languageProblems(pages)).toEqual([])
})

it('every link leads somewhere', () => {
  expect(linkProblems(root, pages)).toEqual([])
})

it('every command names scripts, packages, checks and folders that are there', () => {
  expect(commandProblems(workspace, pages)).toEqual([])
})

it('the tables of imports, packages and checks are those of the workspace', () => {
  expect(listProblems(workspace, pages)).toEqual([])
})

it('every equation has one home, and the table says where', () => {
  expect(equationProblems(root)).toEqual([])
})

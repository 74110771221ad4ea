// pnpm check docs: every block of every document runs and prints what its comments say; links, commands, tables and equations are true.
import { join } from 'node:path'
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
const { blocks, compared, problems } = await runBlocks(pages, join(folder, 'run'))
const all = [
  ...languageProblems(pages),
  ...problems,
  ...typeProblems(pages, join(folder, 'types')),
  ...linkProblems(root, pages),
  ...commandProblems(workspace, pages),
  ...listProblems(workspace, pages),
  ...equationProblems(root),
]
for (const problem of all) console.error(problem)
const links = pages.reduce((sum, page) => sum + page.links.length, 0)
console.log(`docs: ${pages.length} pages, ${blocks} blocks run, ${compared} outputs compared, ${links} links; ${all.length} problems`)
process.exitCode = all.length === 0 ? 0 : 1

import { join } from 'node:path'
import { expect, it } from 'vitest'
import { typeProblems } from './checkTypes.js'
import { languageProblems } from './languages.js'
import { parsePage } from './page.js'
import { root } from './root.js'
import { runBlocks } from './runBlocks.js'

const folder = join(root, 'checks', 'docs', '.reports', 'blocks', 'tried')
const pageOf = (language: string, ...lines: string[]) => parsePage('docs/tried.md', ['# Tried', '', `\`\`\`${language}`, ...lines, '```', ''].join('\n'))

it('passes a block that prints what its comments say', async () => {
  const page = pageOf('ts', "import { zeros } from '@nablajs/linalg'", 'for (const n of [1, 2]) console.log(zeros(n, n).cols) // 1', '// 2')
  expect(await runBlocks([page], join(folder, 'right'))).toEqual({ blocks: 1, compared: 1, problems: [] })
})

it('says where a block prints something else, or nothing', async () => {
  const page = pageOf('js', 'console.log(1 + 1) // 3', 'if (1 > 2) console.log(4) // 4')
  expect((await runBlocks([page], join(folder, 'wrong'))).problems).toEqual([
    'docs/tried.md:4: expected ["3"], printed ["2"]',
    'docs/tried.md:5: expected ["4"], printed []',
  ])
})

it('says which block throws, and runs the others', async () => {
  const pages = [pageOf('js', "throw new Error('no')"), parsePage('docs/other.md', '```js\nconsole.log(1) // 1\n```\n')]
  const { problems } = await runBlocks(pages, join(folder, 'throwing'))
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(/^docs\/tried\.md:4: the block throws Error: no/)
})

it('runs each block as a module of its own', async () => {
  const page = parsePage('docs/two.md', '```js\nconst x = 1\nconsole.log(x) // 1\n```\n\n```js\nconst x = 2\nconsole.log(x) // 2\n```\n')
  expect((await runBlocks([page], join(folder, 'two'))).problems).toEqual([])
  expect(typeProblems([page], join(folder, 'two'))).toEqual([])
})

it('type-checks blocks as a strict project does', () => {
  const page = pageOf('ts', "import { linear } from '@nablajs/activations'", 'linear.f(1)', "linear.f('1')")
  expect(typeProblems([page], join(folder, 'types'))).toEqual([
    "docs/tried.md:6: Argument of type 'string' is not assignable to parameter of type 'number'.",
  ])
})

it.each(['ts no-run', '', 'yaml'])("refuses a block of '%s', which nothing would check", (language) => {
  expect(languageProblems([pageOf(language, 'x')])).toHaveLength(1)
})

import { expect, it } from 'vitest'
import { commandProblems } from './commands.js'
import { parsePage } from './page.js'
import { root } from './root.js'
import { readWorkspace } from './workspace.js'

const workspace = readWorkspace(root)
const problems = (command: string) => commandProblems(workspace, [parsePage('README.md', `\`\`\`sh\n${command}\n\`\`\`\n`)])

it.each([
  'npm start -- --epochs 1',
  'npm test',
  'npm install nabla @nablajs/digits',
  'npm install --save-dev @nablajs/testing',
  'pnpm check docs # with a remark',
  'npm run playground',
  'COVERAGE=off pnpm --filter @nablajs/costs test',
  'cd apps/digits && pnpm start',
  `npx ${workspace.packageManager} install`,
])('knows %s', (command) => {
  expect(problems(command)).toEqual([])
})

it.each([
  ['npm strat', 'there is no script strat'],
  ['npm run strat', 'there is no script strat'],
  ['npm install nabbla', 'nabbla is neither'],
  ['pnpm check doks', 'there is no check doks'],
  ['pnpm --filter @nablajs/cost test', 'there is no package @nablajs/cost'],
  ['pnpm --filter @nablajs/costs tset', 'there is no script tset'],
  ['npx pnpm@1.0.0 install', 'no tool pnpm@1.0.0'],
  ['pnpm exec nothing', 'no tool nothing'],
  ['corepack use', 'only corepack enable'],
  ['cd apps/digts', 'there is no folder'],
  ['yarn', 'nothing here knows the command yarn'],
])('refuses %s: %s', (command, said) => {
  expect(problems(`npm test\n${command}`)).toEqual([expect.stringContaining(said)])
  expect(problems(`npm test\n${command}`)[0]).toMatch(/^README\.md:3: /)
})

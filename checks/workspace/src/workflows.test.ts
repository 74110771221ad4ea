import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { read, root } from './workspace.js'

const folder = join(root, '.github', 'workflows')
const workflows = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)

it.each(workflows)('%s uses every action by its commit, and says which version that is', (_, text) => {
  const uses = text.match(/uses: .*/g) ?? []
  expect(uses.length).toBeGreaterThan(0)
  for (const use of uses) expect(use).toMatch(/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})

it.each(workflows)('%s gives nothing that a job does not ask for, and runs no code of strangers with rights', (_, text) => {
  expect(text).toMatch(/^permissions: \{\}$/m)
  expect(text).not.toMatch(/pull_request_target|workflow_run|write-all/)
  // What could be text from outside would become a command.
  for (const [, command] of text.matchAll(/run: (.*)/g)) expect(command).not.toContain('${{')
  for (const [, keeps] of text.matchAll(/actions\/checkout@.*\n(.*\n.*)/g)) expect(keeps).toContain('persist-credentials: false')
})

it.each(workflows)('%s runs what there is', (_, text) => {
  for (const [, command = ''] of text.matchAll(/run: (.*)/g)) {
    const [, script] = /^npm run ([\w:]+)/.exec(command) ?? []
    if (script === undefined) expect(existsSync(join(root, command))).toBe(true)
    else expect(read('package.json').scripts).toHaveProperty(script)
  }
})

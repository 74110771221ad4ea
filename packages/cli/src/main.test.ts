import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { run } from './testing/run.js'
import { version } from './version.js'

it('shows its help and its exit codes on stdout', async () => {
  const { code, stdout, stderr } = await run(['--help'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('Usage: nabla')
  expect(stdout).toContain('130  ended by Ctrl-C')
})

it('suggests the command and the flag that were meant', async () => {
  const command = await run(['doctr'])
  expect([command.code, command.stdout]).toEqual([2, ''])
  expect(command.stderr).toContain('(Did you mean doctor?)')
  expect((await run(['gradcheck', '--size', '3,2'])).stderr).toContain('(Did you mean --sizes?)')
})

it('has the version of its package', async () => {
  expect(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).toMatchObject({ version })
  expect((await run(['--version'])).stdout).toBe(`${version}\n`)
})

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const check = (...options: string[]) =>
  spawnSync(process.execPath, ['--conditions=@nablajs/source', '--import', 'tsx', 'main.ts', ...options], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  })

it('prints a line of figures with its seed and exits with 0', () => {
  const { stdout, status } = check('--reader', 'npy', '--count', '100', '--seed', '2')
  expect(stdout).toMatch(/^fuzz: npy, seed 2, 100 cases: .*: ok$/m)
  expect(status).toBe(0)
})

it('exits with 1 for a reader that it does not know', () => {
  const { status, stderr } = check('--reader', 'xls')
  expect(stderr).toMatch(/--reader takes one of idx, /)
  expect(status).toBe(1)
})

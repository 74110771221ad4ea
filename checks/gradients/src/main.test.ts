import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const check = (...options: string[]) =>
  spawnSync(process.execPath, ['--conditions=@nablajs/source', '--import', 'tsx', 'main.ts', ...options], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  })

it('prints a line of figures with its seed and exits with 0', () => {
  const { stdout, status } = check('--nets', '10', '--seed', '2')
  expect(stdout).toMatch(/^gradients: seed 2, 10 nets, .*: ok$/m)
  expect(status).toBe(0)
})

it('exits with 1 where the engine falls short, and for an option that it does not know', () => {
  expect(check('--nets', '30', '--plant', 'sigmoid').status).toBe(1)
  const { status, stderr } = check('--net', '10')
  expect(stderr).toMatch(/--net/)
  expect(status).toBe(1)
})

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const check = (...options: string[]) =>
  spawnSync(process.execPath, ['--conditions=@nablajs/source', '--import', 'tsx', 'main.ts', ...options], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  })

it('prints a line for each direction and type of a kernel, and exits with 0', () => {
  const { stdout, status } = check('--kernel', 'tanh')
  expect(stdout).toMatch(/^float32 tanh apply +[\d,]+ numbers, 0\.\d+ ulp at \S+ \(≤ 1\.5\), monotone: ok$/m)
  expect(stdout).toMatch(/^ulp: exact, 4 findings, 0 beyond their bounds, [\d.]+ s: ok$/m)
  expect(status).toBe(0)
})

it('exits with 1 for a kernel or an option that it does not know', () => {
  expect(check('--kernel', 'sine').status).toBe(1)
  expect(check('--kernels', 'tanh').status).toBe(1)
})

import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { CrossValidated } from './crossValidate.js'
import { run } from '../testing/run.js'

const folder = mkdtempSync(join(tmpdir(), 'nabla-'))
copyFileSync(fileURLToPath(new URL('../testing/iris.csv', import.meta.url)), join(folder, 'iris.csv'))

it('measures each fold by a network that did not see it, and writes nothing', async () => {
  const words = ['train', 'iris.csv', '--folds', '5', '--epochs', '40', '--validation', '0.1', '--quiet']
  const { code, stdout } = await run(words, { cwd: folder })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^fold +cost +accuracy$/m)
  expect(stdout).toMatch(/^mean +0\.\d+ +0\.9\d+/m)
  const { folds, mean } = JSON.parse((await run([...words, '--json'], { cwd: folder })).stdout) as CrossValidated
  expect(folds.map(({ confusion = [] }) => confusion.flat().reduce((sum, n) => sum + n, 0))).toEqual([30, 30, 30, 30, 30])
  expect(mean.accuracy).toBeCloseTo(folds.reduce((sum, { accuracy = 0 }) => sum + accuracy, 0) / 5, 12)
  expect(readdirSync(folder)).toEqual(['iris.csv'])
})

it('says who decided when to stop, and takes no flags of files', async () => {
  expect((await run(['train', 'iris.csv', '--folds', '2', '--epochs', '2', '--quiet'], { cwd: folder })).stdout).toContain('it decided when to stop')
  expect(await run(['train', 'iris.csv', '--folds', '3', '--out', 'x.json'], { cwd: folder })).toMatchObject({ code: 2, stderr: expect.stringContaining('--out: expected none with --folds') as string })
  expect(await run(['train', 'iris.csv', '--folds', '1'], { cwd: folder })).toMatchObject({ code: 2, stderr: expect.stringContaining('at least 2') as string })
})

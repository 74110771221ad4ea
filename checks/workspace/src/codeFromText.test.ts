import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { root } from './workspace.js'

/** Makes code of text in a test, in a process that it starts, in a thread, and in a package that it imports. */
const PLANTED = `
import { execFileSync } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { made } from '@nablajs/planted'
const attempt = "try { new Function(''); console.log('made') } catch (error) { console.log(error.name) }"
it('in a test', () => void new Function(''))
it('by eval', () => void (0, eval)('1'))
it('in a package', () => void made())
it('in a process', () => void expect(execFileSync(process.execPath, ['-e', attempt]).toString().trim()).toBe('made'))
it('in a thread', async () => {
  const worker = new Worker(attempt.replaceAll('console.log', "require('worker_threads').parentPort.postMessage"), { eval: true })
  expect(await new Promise((resolve) => worker.once('message', resolve))).toBe('made')
})
`

/** Runs a planted test by the configuration of the workspace, as one of `packages/` or `checks/`, and says what passed and what failed. */
function run(group: string, ...options: string[]) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nabla-code-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [home, dependency] = [join(folder, group, 'planted'), join(folder, group, 'planted/node_modules/@nablajs/planted')]
  for (const made of [join(folder, 'scripts'), join(home, 'src'), dependency]) mkdirSync(made, { recursive: true })
  for (const file of ['vitest.config.ts', 'scripts/noCodeFromText.mjs']) cpSync(join(root, file), join(folder, file))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(dependency, 'package.json'), '{ "name": "@nablajs/planted", "type": "module", "main": "index.js" }')
  writeFileSync(join(dependency, 'index.js'), "export const made = () => new Function('')")
  writeFileSync(join(home, 'src/planted.test.ts'), PLANTED)
  const args = ['run', '--config', '../../vitest.config.ts', '--root', '.', '--no-color', '--coverage.enabled=false', '--reporter=verbose', ...options]
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/vitest'), args, { cwd: home, encoding: 'utf8' })
  const named = (mark: string) => Array.from(stdout.matchAll(new RegExp(`${mark} src/planted\\.test\\.ts > (.*?)(?: \\d+m?s)?$`, 'gm')), ([, name]) => name)
  return { passed: named('✓'), failed: named('×'), output: stdout + stderr }
}

const ALL = ['in a test', 'by eval', 'in a package', 'in a process', 'in a thread']

it('lets the tests of packages make no code from text, nor what they import and start', () => {
  const { passed, failed, output } = run('packages')
  expect({ passed, failed }, output).toEqual({ passed: [], failed: ALL })
  expect(output).toContain('EvalError: Code generation from strings disallowed')
  const elsewhere = run('checks')
  expect(elsewhere.passed, elsewhere.output).toEqual(ALL)
})

it('does not run the tests of packages where code could be made', () => {
  expect(run('packages', '--execArgv=--no-disallow-code-generation-from-strings').output).toContain('Error: this process makes code from text')
})

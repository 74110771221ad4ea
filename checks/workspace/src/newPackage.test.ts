import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { root } from './workspace.js'

/** A copy of what a new package leans on, so that the workspace itself stays as it is. */
function workshop(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nabla-new-package-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const file of ['scripts/newPackage.mjs', 'scripts/noCodeFromText.mjs', 'LICENSE', 'package.json', 'tsconfig.base.json', 'tsup.config.ts', 'vitest.config.ts']) {
    mkdirSync(join(folder, 'scripts'), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

it('makes a package whose test, types and build pass at once', () => {
  const folder = workshop()
  const output = execFileSync(process.execPath, ['scripts/newPackage.mjs', 'backend-webgpu', 'A backend on WebGPU.'], { cwd: folder, encoding: 'utf8' })
  expect(output).toContain('packages/backend-webgpu is made')
  const made = join(folder, 'packages/backend-webgpu')
  mkdirSync(join(made, 'node_modules/@nablajs'), { recursive: true })
  symlinkSync(join(root, 'packages/linalg'), join(made, 'node_modules/@nablajs/linalg'))
  for (const file of ['package.json', 'README.md', 'LICENSE', 'tsconfig.json', 'src/index.ts', 'src/backendWebgpu.ts', 'src/backendWebgpu.test.ts']) {
    expect(existsSync(join(made, file))).toBe(true)
  }
  const bin = (name: string) => join(root, 'node_modules/.bin', name)
  const run = (command: string, ...args: string[]) => execFileSync(bin(command), args, { cwd: made, encoding: 'utf8', stdio: 'pipe' })
  expect(run('tsc', '-p', '.')).toBe('')
  expect(run('vitest', 'run', '--config', '../../vitest.config.ts', '--root', '.')).toContain('1 passed')
  run('tsup', '--config', '../../tsup.config.ts')
  const manifest = JSON.parse(readFileSync(join(made, 'package.json'), 'utf8')) as { name: string; main: string; module: string; types: string }
  expect(manifest.name).toBe('@nablajs/backend-webgpu')
  for (const file of [manifest.main, manifest.module, manifest.types]) expect(existsSync(join(made, file))).toBe(true)
})

it.each([[[]], [['Wrong Name']], [['../up']]])('refuses the name %j', (args) => {
  expect(() => execFileSync(process.execPath, [join(root, 'scripts/newPackage.mjs'), ...args], { stdio: 'pipe' })).toThrow(/usage: pnpm new:package NAME/)
})

it('leaves a package that is there alone', () => {
  expect(() => execFileSync(process.execPath, [join(root, 'scripts/newPackage.mjs'), 'linalg'], { stdio: 'pipe' })).toThrow(/is there already/)
})

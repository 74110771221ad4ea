import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runInChromium } from './browser.js'
import { copyWorkspace } from './copyWorkspace.js'
import { withPnpm, withRegistry } from './environment.js'
import { createProject, installedIn, runFile, type Project } from './project.js'
import { publishOthers } from './publishOthers.js'
import { examples, packagesToInstall } from './readme.js'
import { addChangeset, publish, raiseVersions, versionsOf, type Versions } from './release.js'
import { run } from './run.js'
import { selections } from './selections.js'
import { startRegistry, type Registry } from './startRegistry.js'
import { add, compile } from './typescript.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))
const environments = fileURLToPath(new URL('../.reports/environments.json', import.meta.url))
const packages = readdirSync(join(root, 'packages')).map((folder) => {
  const { name } = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as { name: string }
  return { name, readme: join(root, 'packages', folder, 'README.md') }
})

const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'registry-')))
const copy = join(temporary, 'workspace')
const ran = new Set<string>()
let registry: Registry | undefined
/** The environment of somebody who uses, and may publish to, the registry. */
let env: NodeJS.ProcessEnv
let versions: Versions
/** What the command takes from others. */
let others: Versions
let published: string[]
let projects = 0
const project = (type: 'module' | 'commonjs', install: readonly string[]) =>
  createProject(join(temporary, `project-${++projects}`), type, install, env)
const fixture = (name: string) => join(fixtures, name)

beforeAll(async () => {
  rmSync(environments, { force: true })
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { packageManager: string }
  const tools = await withPnpm(root, packageManager)
  await copyWorkspace(root, copy, tools)
  registry = await startRegistry(join(temporary, 'registry'))
  // What turbo built in the workspace it need not build again in the copy.
  env = withRegistry({ ...tools, TURBO_CACHE_DIR: join(root, '.turbo', 'cache') }, registry.url, join(temporary, 'npm'))
  others = await publishOthers(join(root, 'packages', 'cli'), env)
  versions = await raiseVersions(copy, env)
  published = await publish(copy, env)
})

afterAll(async () => {
  mkdirSync(join(environments, '..'), { recursive: true })
  writeFileSync(environments, `${JSON.stringify([...ran])}\n`)
  await registry?.close()
  rmSync(temporary, { recursive: true, force: true })
})

it('publishes every package, and nothing that is private', () => {
  expect(published).toEqual(packages.map(({ name }) => `${name}@${versions[name]!}`).sort())
})

describe.each(selections)('installing $install', ({ install, brings, bringsOthers = false, program, prints }) => {
  let esm: Project

  beforeAll(async () => {
    esm = await project('module', install)
  })

  it('brings what it needs and nothing else, without install scripts', () => {
    const known = { ...versions, ...others }
    const names = [...brings, ...(bringsOthers ? Object.keys(others) : [])]
    const wanted = names.map((name) => ({ name, version: known[name], hasInstallScript: false }))
    expect(installedIn(esm)).toEqual(wanted.sort((one, other) => (one.name < other.name ? -1 : 1)))
    ran.add('Verdaccio')
  })

  it('serves an ESM, a CommonJS and a strict TypeScript project, to the same bits', async () => {
    const source = readFileSync(fixture(program), 'utf8')
    const write = async ({ folder }: Project, format: 'esm' | 'cjs') => {
      writeFileSync(join(folder, 'app.js'), (await transform(source, { loader: 'ts', format })).code)
    }
    await write(esm, 'esm')
    const printed = await runFile(esm, 'app.js')
    expect(printed.split('\n')[0]).toBe(prints)

    const [commonJs, typed] = await Promise.all([project('commonjs', install), project('module', install)])
    await write(commonJs, 'cjs')
    expect(await runFile(commonJs, 'app.js')).toBe(printed)

    for (const file of ['esm.mts', 'commonJs.cts', 'bundler.ts']) add(typed, fixture(program), file)
    await Promise.all([compile(typed, 'bundler', ['bundler.ts']), compile(typed, 'nodenext', ['esm.mts', 'commonJs.cts'])])
    expect(await runFile(typed, 'built/esm.mjs')).toBe(printed)
    expect(await runFile(typed, 'built/commonJs.cjs')).toBe(printed)
  })
})

describe.each(packages)('the README of $name', ({ name, readme }) => {
  it('has examples that run on what it says to install, and print what they say', async () => {
    const install = packagesToInstall(readme)
    expect(install).toContain(name)
    const reader = await project('module', install)
    const found = examples(join(reader.folder, 'node_modules', name, 'README.md'))
    expect(found.length).toBeGreaterThan(0)
    for (const [i, { code, prints }] of found.entries()) {
      writeFileSync(join(reader.folder, `example-${i}.mjs`), (await transform(code, { loader: 'ts', format: 'esm' })).code)
      const printed = await runFile(reader, `example-${i}.mjs`)
      if (prints) expect(printed.split('\n').map((line) => line.trim())).toEqual(prints)
    }
  })
})

it('a CommonJS application takes a plugin that is an ES module, types and all', async () => {
  const author = join(temporary, 'plugin')
  cpSync(fixture('plugin'), author, { recursive: true })
  await run('npm', ['publish'], { cwd: author, env })
  const user = await project('commonjs', ['nabla', 'nabla-activation-swish'])
  add(user, fixture('commonJsWithEsmPlugin.cts'), 'app.cts')
  await compile(user, 'nodenext', ['app.cts'])
  expect(await runFile(user, 'built/app.cjs')).toBe('swish 4 / 4')
})

it('an activation that is a number does not compile', async () => {
  const user = await project('module', ['nabla'])
  add(user, fixture('misuse.mts'), 'misuse.mts')
  await expect(compile(user, 'nodenext', ['misuse.mts'])).rejects.toThrow(
    "misuse.mts(3,24): error TS2322: Type 'number' is not assignable to type 'Activation'.",
  )
})

it('a bundle of nabla trains in Chromium to the bits of Node', async () => {
  const user = await project('module', ['nabla'])
  add(user, fixture('nabla.ts'), 'app.ts')
  const { outputFiles, metafile } = await build({
    absWorkingDir: user.folder,
    entryPoints: ['app.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
  })
  const bundle = outputFiles.map(({ text }) => text).join('')
  expect(Object.keys(metafile.inputs)).toContain('node_modules/nabla/dist/index.js')
  writeFileSync(join(user.folder, 'bundle.mjs'), bundle)
  const inNode = (await runFile(user, 'bundle.mjs')).split('\n')
  expect(inNode[0]).toBe('4 / 4')
  expect([...(await runInChromium(bundle)), 'end']).toEqual(inNode)
  ran.add('Chromium')
})

describe('a second release', () => {
  it('of a patch of activations raises and publishes activations alone', async () => {
    const before = versionsOf(copy)
    addChangeset(copy, '@nablajs/activations', 'patch', 'Say more in an error.')
    const after = await raiseVersions(copy, env)
    expect(after).toEqual({ ...before, '@nablajs/activations': raised(before['@nablajs/activations']!, 'patch') })
    expect(readFileSync(join(copy, 'packages', 'activations', 'CHANGELOG.md'), 'utf8')).toContain('Say more in an error.')
    expect(existsSync(join(copy, '.changeset', 'patch.md'))).toBe(false)

    const release = `@nablajs/activations@${after['@nablajs/activations']!}`
    expect(await publish(copy, env)).toEqual([release])
    // The engine of the first release takes the patch.
    const user = await project('module', ['@nablajs/backprop', '@nablajs/activations'])
    expect(installedIn(user).map((one) => `${one.name}@${one.version}`)).toEqual(
      expect.arrayContaining([release, `@nablajs/backprop@${versions['@nablajs/backprop']!}`]),
    )
  })

  it('of a minor of activations raises what would not take it otherwise, and nothing else', async () => {
    const before = versionsOf(copy)
    addChangeset(copy, '@nablajs/activations', 'minor', 'Add an activation.')
    const dependents = ['@nablajs/backprop', '@nablajs/trainer', '@nablajs/model-io', '@nablajs/explain', '@nablajs/testing', '@nablajs/cli', 'nabla']
    expect(await raiseVersions(copy, env)).toEqual({
      ...before,
      '@nablajs/activations': raised(before['@nablajs/activations']!, 'minor'),
      ...Object.fromEntries(dependents.map((name) => [name, raised(before[name]!, 'patch')])),
    })
  })
})

function raised(version: string, bump: 'patch' | 'minor'): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return bump === 'patch' ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`
}

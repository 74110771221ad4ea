import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, expect, it } from 'vitest'
import { compile, resolutions } from './compile.js'
import { filesOf, packAll, readManifest, root, unpack } from './pack.js'

const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'shipped-')))
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true })
})

const folders = { first: join(temporary, 'first'), second: join(temporary, 'second'), modules: join(temporary, 'node_modules') }
for (const folder of Object.values(folders)) mkdirSync(folder)
const tarballs = packAll(folders.first)
const again = packAll(folders.second)
const shipped = tarballs.map((tarball, i) => ({ ...tarball, again: again[i]!.file, folder: unpack(tarball, folders.modules) }))

it('packs every package of the workspace', () => {
  expect(shipped.map(({ name }) => name)).toHaveLength(readdirSync(join(root, 'packages')).length)
  expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(['nabla', '@nablajs/linalg', '@nablajs/digits', '@nablajs/backend-wasm', '@nablajs/backend-blas']))
})

it.each(shipped)('$name: packing twice gives the same bytes', (tarball) => {
  expect(readFileSync(tarball.file).equals(readFileSync(tarball.again))).toBe(true)
})

it.each(shipped)('$name: has a licence, a README and what it is built from, and no test', ({ folder }) => {
  const files = filesOf(folder)
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/index.cjs']))
  expect(files.filter((file) => /\.test\.|__|\.reports|node_modules|tsbuildinfo|coverage/.test(file))).toEqual([])
  expect(files.filter((file) => !/^(LICENSE|NOTICE|README\.md|CHANGELOG\.md|package\.json|config\.schema\.json|dist\/.*|src\/.*)$/.test(file))).toEqual([])
})

it.each(shipped)('$name: every file that its exports name is there', ({ folder }) => {
  const files = filesOf(folder).map((file) => `./${file}`)
  const { exports, main, module, types } = readManifest(folder)
  expect(files).toEqual(expect.arrayContaining([...targets(exports), main, module, types]))
})

it.each(shipped)('$name: runs nothing when it is installed, and asks for whole ranges of its own kin', ({ name, folder }) => {
  const { scripts, dependencies, peerDependencies } = readManifest(folder) as Record<string, Record<string, string> | undefined>
  const run = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare', 'prepublish']
  expect(Object.keys(scripts ?? {}).filter((name) => run.includes(name))).toEqual([])
  // koffi is optional: only who has a BLAS wants it.
  expect(peerDependencies).toEqual(name === '@nablajs/backend-blas' ? { koffi: expect.stringMatching(/^\^\d+\.\d+\.\d+$/) as unknown } : undefined)
  // What the command takes from others is listed, and pinned, in checks/workspace.
  const kin = Object.entries(dependencies ?? {}).filter(([needed]) => name !== '@nablajs/cli' || needed.startsWith('@nablajs/'))
  for (const [needed, range] of kin) {
    expect(shipped.map((one) => one.name)).toContain(needed)
    expect(range).toMatch(/^\^\d+\.\d+\.\d+$/)
  }
})

it.each(shipped)('$name: publint has nothing to say', async ({ file }) => {
  const bytes = readFileSync(file)
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const { messages, pkg } = await publint({ strict: true, pack: { tarball } })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

it.each(shipped)('$name: are-the-types-wrong finds the types right in Node, ESM and CommonJS, and in bundlers', async ({ file }) => {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(file))))
  expect(result.types).not.toBe(false)
  const problems = 'problems' in result ? result.problems : []
  // `node10` is the resolution of Node before 12.7, which knows no `exports`.
  expect(problems.filter((problem) => !('resolutionKind' in problem && problem.resolutionKind === 'node10'))).toEqual([])
})

it('both can fail: a package whose types for require are those for import', async () => {
  const folder = unpack(shipped.find(({ name }) => name === '@nablajs/costs')!, join(temporary, 'spoilt'))
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8')
  writeFileSync(join(folder, 'package.json'), manifest.replaceAll('.d.cts', '.d.ts'))
  const { messages } = await publint({ pkgDir: folder, strict: true, pack: false })
  expect(messages.map(({ code }) => code)).toContain('EXPORTS_TYPES_INVALID_FORMAT')

  const file = join(temporary, 'spoilt.tgz')
  execFileSync('tar', ['-czf', file, '-C', join(folder, '..'), 'costs'])
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(file))))
  expect('problems' in result && result.problems.map(({ kind }) => kind)).toContain('FalseESM')
})

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))
cpSync(fixtures, temporary, { recursive: true })
writeFileSync(join(temporary, 'package.json'), '{ "type": "module" }\n')

it.each(Object.entries(resolutions))('right uses compile, declarations and all, with %s', (_, resolution) => {
  const files = ['plugins.ts', 'training.ts'].map((file) => join(temporary, 'right', file))
  expect(compile(files, resolution)).toEqual([])
})

it('right uses compile in CommonJS, against the declarations for require', () => {
  const folder = join(temporary, 'right')
  const file = join(folder, 'plugins.cts')
  cpSync(join(folder, 'plugins.ts'), file)
  expect(compile([file], resolutions.nodenext)).toEqual([])
})

it('right uses compile where indices are unchecked and absence is exact', () => {
  const file = join(temporary, 'indexed', 'plugins.ts')
  expect(compile([file], { ...resolutions.nodenext, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true })).toEqual([])
})

it.each(Object.entries(resolutions))('misuse does not compile with %s, on every line that it should not and on no other', (_, resolution) => {
  const file = join(temporary, 'misuse', 'misuse.ts')
  const wanted = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => (/ \/\/ TS\d+$/.test(line) ? [`misuse/misuse.ts:${i + 1} ${line.split('// ').at(-1)!}`] : []))
  expect(wanted.length).toBeGreaterThan(0)
  expect(compile([file], resolution).map(({ at }) => at)).toEqual(wanted)
})

function targets(exports: unknown): string[] {
  if (typeof exports === 'string') return [exports]
  return typeof exports === 'object' && exports !== null ? Object.values(exports).flatMap(targets) : []
}

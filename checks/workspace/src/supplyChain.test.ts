import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { manifests, read, root } from './workspace.js'

const settings = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
const packages = manifests('packages')

it('pins pnpm, and every tool to one exact version', () => {
  expect(readFileSync(join(root, 'package.json'), 'utf8')).toMatch(/"packageManager": "pnpm@\d+\.\d+\.\d+"/)
  const catalog = /catalog:\n((?: {2}.*\n)+)/.exec(settings)![1]!
  for (const line of catalog.trimEnd().split('\n')) expect(line).toMatch(/^ {2}'?[@\w./-]+'?: \d+\.\d+\.\d+$/)
  for (const { folder, manifest } of [...packages, ...manifests('apps'), ...manifests('checks'), { folder: 'tools', manifest: read('tools/package.json') }]) {
    for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect([folder, name, range]).toEqual([folder, name, expect.stringMatching(/^(catalog:|workspace:\^)$/)])
    }
  }
})

it('waits a week for new versions, and runs no install script', () => {
  for (const setting of ['minimumReleaseAge: 10080', 'trustPolicy: no-downgrade', 'blockExoticSubdeps: true', 'strictDepBuilds: true']) {
    expect(settings).toContain(setting)
  }
  const builds = /allowBuilds:\n((?: {2}.*\n)+)/.exec(settings)![1]!
  for (const line of builds.trimEnd().split('\n')) expect(line).toMatch(/: false$/)
})

it('takes every package from the registry, by its sha512', () => {
  const resolutions = lockfile.match(/resolution: \{.*\}/g)!
  expect(resolutions.length).toBeGreaterThan(100)
  for (const resolution of resolutions) expect(resolution).toMatch(/^resolution: \{integrity: sha512-[\w+/=]+\}$/)
})

/** Peers that a package can do without, each with why it is not ours and not a dependency. */
const optionalPeers: Readonly<Record<string, string>> = {
  'packages/backend-blas koffi': 'calls a library of the machine; only who has a BLAS wants it, and its binaries are large',
}

/** What the command line takes from others, each with why it is not ours. The packages that it is made of take nothing. */
const dependencies: Readonly<Record<string, string>> = {
  'packages/cli @bomb.sh/tab': 'scripts with which zsh, fish and PowerShell complete, and what they ask',
  'packages/cli cli-progress': 'a bar that moves, and knows the time left',
  'packages/cli cli-table3': 'tables whose columns are as wide as their text, of any script',
  'packages/cli commander': 'flags, their help, and the one that was meant',
  'packages/cli simple-ascii-chart': 'curves with axes in a terminal',
  'packages/cli valibot': 'settings from a file, checked by the schema that is published',
}

it('has no runtime dependency but its own packages and those named above, and no peer but those named: optional, and a range', () => {
  const peers: string[] = []
  const others: string[] = []
  for (const { folder, manifest } of packages) {
    others.push(...Object.keys(manifest.dependencies ?? {}).filter((name) => !name.startsWith('@nablajs/')).map((name) => `${folder} ${name}`))
    for (const [name, range] of Object.entries(manifest.peerDependencies ?? {})) {
      peers.push(`${folder} ${name}`)
      expect([folder, name, manifest.peerDependenciesMeta?.[name]?.optional]).toEqual([folder, name, true])
      expect([folder, name, range]).toEqual([folder, name, expect.stringMatching(/^\^\d+\.\d+\.\d+$/)])
    }
  }
  expect(others.sort()).toEqual(Object.keys(dependencies).sort())
  expect(peers.sort()).toEqual(Object.keys(optionalPeers).sort())
})

it('has no script that runs on install, and the four scripts in every package', () => {
  for (const { folder, manifest } of packages) {
    const scripts = Object.keys(manifest.scripts ?? {})
    expect([folder, scripts]).toEqual([folder, expect.arrayContaining(['build', 'test', 'lint', 'typecheck'])])
    expect(scripts.filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([])
  }
})

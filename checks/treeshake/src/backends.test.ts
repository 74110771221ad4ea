import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { backendsIn } from './backendsIn.js'
import { wasmLimit } from './limits.js'
import { install } from './measure.js'

const installed = install()

afterAll(() => {
  installed.remove()
})

const all = ['esbuild', 'Rollup', 'webpack']

it.each([
  ['network', '@nablajs/backprop', { wasm: false, blas: false }],
  ['sigmoid', 'nabla', { wasm: false, blas: false }],
  ['network', 'nabla', { wasm: true, blas: false }],
])('%s of %s has in a browser: %o', async (name, from, has) => {
  const found = await backendsIn(installed, name, from)
  expect(found.map(({ bundler, wasm, blas }) => ({ bundler, wasm, blas }))).toEqual(all.map((bundler) => ({ bundler, ...has })))
})

it('sees a BLAS that nabla would bring to a browser', async () => {
  const spoilt = install()
  try {
    const modules = join(spoilt.folder, 'node_modules')
    const manifest = join(modules, 'nabla', 'package.json')
    const everywhere = readFileSync(manifest, 'utf8').replace('"default": "@nablajs/backend-wasm"', '"default": "@nablajs/backend-blas"')
    writeFileSync(manifest, everywhere)
    mkdirSync(join(modules, 'koffi'))
    writeFileSync(join(modules, 'koffi', 'index.js'), 'export default {}\n')
    const [esbuild] = await backendsIn(spoilt, 'network', 'nabla')
    expect(esbuild).toMatchObject({ bundler: 'esbuild', wasm: true, blas: true })
  } finally {
    spoilt.remove()
  }
})

it('wasm of backend-wasm alone, kernels and all, is small', async () => {
  const found = await backendsIn(installed, 'wasm', '@nablajs/backend-wasm')
  expect(found.map(({ bundler }) => bundler)).toEqual(all)
  for (const { bundler, gzip } of found) expect(gzip, bundler).toBeLessThanOrEqual(wasmLimit)
})

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run } from '../testing/run.js'

const folder = mkdtempSync(join(tmpdir(), 'nabla-'))

/** z / √(1 + z²), as a file that someone wrote without any package; the slope times `factor`. */
function plugin(name: string, factor: number): string {
  const text = `export const ${name} = {
    name: '${name}', exact: true, kernelOf: () => undefined,
    f: (z) => z / Math.sqrt(1 + z * z), fPrime: (z) => ${factor} / ((1 + z * z) * Math.sqrt(1 + z * z)),
    apply(z, a) { for (let i = 0; i < z.data.length; i++) a.data[i] = this.f(z.data[i]) },
    pullback(z, a, g, delta) { for (let i = 0; i < z.data.length; i++) delta.data[i] = g.data[i] * this.fPrime(z.data[i]) },
  }`
  writeFileSync(join(folder, `${name}.mjs`), text)
  return `./${name}.mjs`
}

it('finds the gradient of the built-in plugins right', async () => {
  const { code, stdout } = await run(['gradcheck', '--sizes', '3,4,2', '--activation', 'tanh', '--output', 'softmax', '--cost', 'logLikelihood'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^right {2}∂C\/∂w, ∂C\/∂b of \[3, 4, 2\], tanh and softmax, logLikelihood cost\n {7}relative error \d.*e-1\d by 7-point differences over 26 parameters/)
})

it('checks a plugin from a file, alone and in a network, and finds a wrong slope', async () => {
  const good = await run(['gradcheck', '--plugin', plugin('isru', 1), '--activation', 'isru', '--json'], { cwd: folder })
  expect(good.code).toBe(0)
  expect(JSON.parse(good.stdout)).toMatchObject({ right: true, checks: [{ what: 'activation isru', right: true }, { right: true }] })

  const bad = await run(['gradcheck', '--plugin', plugin('wrong', 1.001), '--activation', 'wrong'], { cwd: folder })
  expect(bad.code).toBe(1)
  expect(bad.stdout).toMatch(/^WRONG {2}activation wrong\n[^]*^WRONG {2}∂C\/∂w/m)
})

it('checks a cost from a file', async () => {
  writeFileSync(join(folder, 'fourth.mjs'), `export const fourth = {
    name: 'fourth', exact: true,
    value: (a, y) => a.reduce((sum, x, j) => sum + (x - y[j]) ** 4, 0),
    gradient: (a, y) => a.map((x, j) => 4 * (x - y[j]) ** 3),
  }`)
  const { code, stdout } = await run(['gradcheck', '--plugin', 'fourth.mjs', '--cost', 'fourth'], { cwd: folder })
  expect([code, stdout.split('\n')[0]]).toEqual([0, 'right  cost fourth'])
})

it('says so where a gradient of 0 shows nothing', async () => {
  writeFileSync(join(folder, 'flat.mjs'), `export const flat = {
    name: 'flat', exact: true, value: () => 1, gradient: (a) => a.map(() => 0),
  }`)
  const { stdout } = await run(['gradcheck', '--sizes', '2,1', '--plugin', 'flat.mjs', '--cost', 'flat'], { cwd: folder })
  expect(stdout).toContain('relative error 0.0e+0')
})

it('refuses names and files that are none', async () => {
  const misspelt = await run(['gradcheck', '--activation', 'sigmod'])
  expect([misspelt.code, misspelt.stderr]).toEqual([2, expect.stringContaining('Did you mean sigmoid?')])
  expect((await run(['gradcheck', '--cost', 'x'])).stderr).toContain('Choose one of them')
  expect(await run(['gradcheck', '--plugin', './none.mjs'])).toMatchObject({ code: 2, stderr: expect.stringContaining('a module that can be loaded') })
  writeFileSync(join(folder, 'empty.mjs'), 'export const x = 1')
  expect((await run(['gradcheck', '--plugin', 'empty.mjs'], { cwd: folder })).stderr).toContain('an export made by defineActivation or defineCost, or an optimizer, got x')
  writeFileSync(join(folder, 'nothing.mjs'), '')
  expect((await run(['gradcheck', '--plugin', 'nothing.mjs'], { cwd: folder })).stderr).toContain('got no export')
  writeFileSync(join(folder, 'own.mjs'), "export const mine = { name: 'mine', vectors: 0, step() {} }")
  expect((await run(['gradcheck', '--plugin', 'own.mjs'], { cwd: folder })).code).toBe(0)
  expect((await run(['gradcheck', '--sizes', '3,x'])).stderr).toContain('Expected a whole number of at least 1')
})

import { existsSync } from 'node:fs'
import { paths, pathsByDynamicProgramming, weightChange, type Weight } from '@nablajs/explain'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { costs } from '../engine/names.js'
import { networkOf } from '../engine/networkOf.js'
import { quantitiesOf } from '../engine/quantities.js'
import { formatNumber } from '../number/formatNumber.js'
import { MOST_LISTED } from '../sections/paths/listed.js'
import { stateFromHash } from '../state/hash.js'
import { en } from '../words/en.js'
import { zh } from '../words/zh.js'
import { builtPage, faultsOf } from './builtPage.js'
import { chromiumPath } from './openPage.js'


/** What explain is asked about the network of a link. */
function asked(hash: string) {
  const { state } = stateFromHash(hash)
  return [networkOf(state), costs[state.netCost], Float64Array.from(state.x), Float64Array.from(state.y)] as const
}

const section = (page: Page) => page.locator('section[aria-labelledby=paths]')
const deep = '#sizes=3,4,4,2'

describe.skipIf(!existsSync(chromiumPath) && !process.env.CI)('paths in Chromium', () => {
  const { open } = builtPage()

  it.each<[string, Weight]>([
    ['', { layer: 2, j: 0, k: 0 }],
    [`${deep}&f=tanh&at=w:2:3:2`, { layer: 2, j: 2, k: 1 }],
    ['#sizes=2,5,5,5,3&at=nablaW:3:2:4&seed=7', { layer: 3, j: 1, k: 3 }],
    ['#sizes=2,8,8,8,8,8&f=gelu', { layer: 2, j: 0, k: 0 }],
  ])('lists what explain walks, the strongest first, beside the number of BP4: %s', async (hash, weight) => {
    const page = await open(hash)
    const walked = paths(...asked(hash), { weight })
    const rows = await section(page).locator('tbody tr[data-path]').evaluateAll((all) => all.map((row) => [row.getAttribute('data-path'), ...[...row.querySelectorAll('.numbers')].map((cell) => cell.textContent)]))
    expect(rows).toHaveLength(Math.min(walked.count, MOST_LISTED + 1))
    for (const [i, { neurons, factors, product }] of walked.paths.slice(0, MOST_LISTED).entries()) {
      expect(rows[i]).toEqual([neurons.map((q) => q + 1).join('.'), formatNumber(product), factors.map(formatNumber).join(' · ')])
    }
    await page.getByRole('button', { name: en.paths.addAll }).click()
    const slope = quantitiesOf(stateFromHash(hash).state).get(`nablaW:${weight.layer}:${weight.j + 1}:${weight.k + 1}`)!
    expect(await section(page).locator('.climb p').first().textContent()).toContain(en.paths.added(formatNumber(slope), formatNumber(slope)))
    expect(await section(page).locator('.climb p').first().textContent()).toContain(en.paths.same)
  })

  it('by keyboard: paths are added one by one, the sum climbs, the link keeps it and Back undoes it', async () => {
    const page = await open(deep)
    const walked = paths(...asked(deep), { weight: { layer: 2, j: 0, k: 0 } })
    const sum = async () => section(page).locator('.climb p').first().textContent()
    await section(page).locator('tbody input').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    const two = walked.paths[0]!.product + walked.paths[1]!.product
    expect(await sum()).toContain(en.paths.added(formatNumber(two), formatNumber(walked.sum)))
    expect(page.url()).toContain('paths=1.4.1,1.1.1')
    expect(await section(page).locator('.ribbon[data-added=true]').count()).toBe(2)
    expect(await section(page).locator('[role=status]').textContent()).toBe(en.paths.said(8, formatNumber(two), formatNumber(walked.sum)))
    await page.goBack()
    expect(await sum()).toContain(en.paths.added(formatNumber(walked.paths[0]!.product), formatNumber(walked.sum)))
  })

  it('pointing at a path of the list draws it over the network and takes it apart', async () => {
    const page = await open(deep)
    await section(page).locator('tr[data-path="1.3.2"]').hover()
    expect(await section(page).locator('tr[data-looked-at=true]').getAttribute('data-path')).toBe('1.3.2')
    const [, , neuron] = (await section(page).locator('.ribbon-looked-at').getAttribute('points'))!.split(' ')
    const disc = section(page).locator('.neuron-a[data-s="a:3:3"] circle')
    expect(neuron).toBe(`${await disc.getAttribute('cx')},${await disc.getAttribute('cy')}`)
    const { factors, product } = paths(...asked(deep), { weight: { layer: 2, j: 0, k: 0 } }).paths.find(({ neurons }) => neurons.join() === '0,2,1')!
    const formula = section(page).locator('.paths-sum .formula').nth(1)
    expect(await formula.locator('.under').allTextContents()).toEqual(factors.map(formatNumber))
    expect(await formula.locator('.product').textContent()).toBe(formatNumber(product))
  })

  it('a weight is chosen in the picture, beneath its ribbons, and stays chosen while a path is read', async () => {
    const page = await open(deep)
    const line = section(page).locator('.edge[data-s="w:2:1:1"] .edge-target')
    await section(page).locator('.edge[data-s="w:3:2:4"] .edge-target').click({ force: true })
    expect(await section(page).locator('tbody tr[data-path]').count()).toBe(2)
    await line.click({ force: true })
    await section(page).locator('.paths-sum .formula [data-s^="w:3"]').first().click()
    await section(page).locator('.changes [data-s="a:3:4"]').click()
    expect(await section(page).locator('.neuron-a[data-s="a:3:4"]').getAttribute('data-lit')).toBe('self')
    expect(await section(page).locator('tbody tr[data-path]').count()).toBe(8)
  })

  it('merges by keyboard from the last layer back: ribbons fuse, multiplications fall, and the sums are those of explain', async () => {
    const page = await open(deep)
    const merged = pathsByDynamicProgramming(...asked(deep), { weight: { layer: 2, j: 0, k: 0 } })
    const count = async (row: string) => (await section(page).locator(`tr[data-count=${row}] td`).allTextContents()).map(Number)
    await section(page).locator('input[type=range]').focus()
    await page.keyboard.press('ArrowRight')
    expect(await count('organised')).toEqual([16, 104])
    // Four ways to layer 3, and behind it each of the eight edges and the two ends once.
    expect(await section(page).locator('.ribbon').count()).toBe(4 + 8 + 2)
    await page.keyboard.press('End')
    expect(await count('walked')).toEqual([24, 288])
    expect((await count('organised'))[0]).toBe(merged.multiplications)
    const rows = await section(page).locator('.paths-merge tbody tr[data-s]').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td math > mn')].map((number) => number.textContent)))
    const quantities = quantitiesOf(stateFromHash(deep).state)
    expect(rows).toEqual(merged.layers.at(-1)!.sums.map((one, q) => [formatNumber(one), formatNumber(quantities.get(`delta:2:${q + 1}`)!)]))
    expect(await section(page).locator('.paths-merge .verdict').textContent()).toBe(en.paths.complete)
    expect(await section(page).locator('.error-mark').count()).toBe(10)
    await page.waitForFunction(() => location.hash.includes('merged=2'))
  })

  it('a pushed weight: every change is what explain predicts and finds', async () => {
    const page = await open(deep)
    await section(page).getByRole('spinbutton', { name: en.paths.deltaW }).fill('-2')
    await page.keyboard.press('Enter')
    const { layers, predicted, actual } = weightChange(...asked(deep), { weight: { layer: 2, j: 0, k: 0 }, deltaW: -2 })
    const expected = [...layers.flatMap((layer, i) => layer.predicted.flatMap((value, q) => (i === 0 && q !== 0 ? [] : [value, layer.actual[q]!]))), predicted, actual]
    expect(await section(page).locator('td.change').allTextContents()).toEqual(expected.map(formatNumber))
    await page.waitForFunction(() => location.hash.includes('dw=-2'))
  })

  it('says why a sum over paths is not BP4 where an output is 1 to the last digit', async () => {
    const page = await open('#sizes=1,1&C=crossEntropy&set=w:2:1:1~1000&x=1&y=0')
    expect(await section(page).locator('.note').textContent()).toBe(en.paths.digitsLost)
    expect(await section(page).locator('.paths-merge .verdict').textContent()).toBe(en.paths.last)
  })

  it.each([
    ['English, light', deep, 'light', 1280],
    ['Chinese, dark, merged', `${deep}&lang=zh&merged=2&paths=1.4.1`, 'dark', 1280],
    ['English, dark, a phone', `${deep}&merged=1`, 'dark', 360],
    ['Chinese, light, a phone', '#lang=zh&sizes=8,8,8,8,8,8', 'light', 360],
  ] as const)('axe finds nothing serious, and nothing is wider than the page: %s', async (_, hash, colorScheme, width) => {
    const page = await open(hash, { colorScheme, viewport: { width, height: 800 } })
    expect(await section(page).locator('h2').textContent()).toBe(hash.includes('zh') ? zh.paths.heading : en.paths.heading)
    expect(await faultsOf(page, 'paths')).toEqual({ serious: [], tooWide: 0 })
  })
})

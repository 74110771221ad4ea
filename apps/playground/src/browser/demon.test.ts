import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { quantitiesOf } from '../engine/quantities.js'
import { formatNumber } from '../number/formatNumber.js'
import { greedy, pushed, whereGreedFails } from '../sections/demon/game.js'
import { visit } from '../sections/demon/visit.js'
import { initialState, stateFromHash } from '../state/hash.js'
import { en } from '../words/en.js'
import { builtPage, faultsOf } from './builtPage.js'
import { chromiumPath } from './openPage.js'

const section = 'section[aria-labelledby=demon]'
const figures = (page: Page) => page.locator(`${section} .figures dd`).allTextContents()

describe.skipIf(!existsSync(chromiumPath) && !process.env.CI)('the demon in Chromium', () => {
  const { open } = builtPage()

  it.each([
    ['#bet=none&at=a:2:2', 2, 2],
    ['#bet=none&at=w:3:1:2&demon=a&dz=-2.5&C=crossEntropy', 3, 1],
    ['#bet=none&sizes=2,3,3,1&seed=7&f=tanh&at=b:3:2&dz=0.3', 3, 2],
  ] as const)('what is on the screen is what the demon finds: %s', async (hash, layer, j) => {
    const page = await open(hash)
    const { state } = stateFromHash(hash)
    const { here, measurements } = visit(state, { layer, j }, state.deltaZ, state.demonAt)
    expect(await figures(page)).toEqual([here.predicted, here.actual, here.actual - here.predicted].map(formatNumber))
    await page.locator(`${section} .table-twin summary`).click()
    expect(await page.locator(`${section} .table-twin tbody tr`).first().locator('td').allTextContents()).toEqual(
      [measurements[0]!.change, measurements[0]!.predicted, measurements[0]!.actual].map(formatNumber),
    )
    if (state.demonAt === 'z') {
      const beyond = quantitiesOf(pushed(state, `delta:${layer}:${j}`, state.deltaZ))
      expect(await page.locator('.after-push').allTextContents()).toEqual([...beyond].filter(([address]) => address.startsWith("a:") && Number(address.split(':')[1]) > layer).map(([, a]) => formatNumber(a)))
    }
    const at = quantitiesOf(state)
    const marks = await page.locator('.error-mark').evaluateAll((all) => all.map((one) => [one.getAttribute('data-s') ?? '', one.querySelector('text')?.textContent] as const))
    expect(marks).toEqual([...at].filter(([address]) => address.startsWith('delta:')).map(([address, delta]) => [address, formatNumber(delta)]))
  })

  it('hides every error until the reader has bet, and quotes the bet back', async () => {
    const page = await open('#at=a:2:3')
    expect(await page.locator('.error-mark').count()).toBe(0)
    await page.getByRole('button', { name: en.demon.betOn(en.demon.neuron(2, 3)) }).click()
    const errors = [...quantitiesOf(initialState)].filter(([address]) => address.startsWith('delta:')).sort(([, p], [, q]) => Math.abs(q) - Math.abs(p))
    const rank = errors.findIndex(([address]) => address === 'delta:2:3') + 1
    expect(await page.locator('.bet').textContent()).toContain(en.demon.betWas(en.demon.neuron(2, 3), formatNumber(errors[rank - 1]![1]), rank, errors.length))
    expect(page.url()).toContain('bet=delta:2:3')
  })

  it('by keyboard: choose a neuron in the picture, push, saturate it, and a push does nothing', async () => {
    const page = await open('#bet=none&at=')
    await page.locator(`${section} .net`).focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
    await page.getByRole('heading', { name: en.demon.seated(en.demon.neuron(3, 2)) }).waitFor()
    await page.getByRole('slider', { name: en.demon.push('Δz') }).focus()
    await page.keyboard.press('End')
    expect(await figures(page)).toEqual(Object.values((({ predicted, actual }) => [predicted, actual, actual - predicted])(visit(initialState, { layer: 3, j: 2 }, 4, 'z').here)).map(formatNumber))
    await page.getByRole('button', { name: en.demon.saturate }).press('Enter')
    await page.waitForFunction(() => location.hash.includes('set=b:3:2~'))
    const [predicted, actual] = (await page.locator(`${section} .figures dd`).allTextContents()).map((figure) => Number(figure.replace('−', '-').replace(/×.*/, 'e-4')))
    expect(Math.abs(predicted!)).toBeLessThan(0.01)
    expect(Math.abs(actual!)).toBeLessThan(0.01)
  })

  it('five pushes against the greedy demon: numbers of the engine, and each is in the network', async () => {
    const page = await open(`#bet=none&seed=${whereGreedFails.seed}`)
    let net = stateFromHash(`#seed=${whereGreedFails.seed}`).state
    for (const [address, up] of [['3:2', false], ['3:1', true], ['3:1', true], ['3:1', true], ['3:1', true]] as const) {
      await page.locator(`${section} .neuron-a[data-s="a:${address}"]`).click()
      await page.getByRole('button', { name: up ? en.demon.pushUp : en.demon.pushDown }).click()
      net = pushed(net, `delta:${address}`, up ? 1 : -1)
    }
    const rival = greedy(whereGreedFails).at(-1)!.cost
    const rows = page.locator(`${section} .kind-demon tbody tr`)
    expect(await rows.nth(4).locator('td').last().textContent()).toBe(formatNumber(rival))
    expect(await page.locator('.kind-demon').textContent()).toContain('You beat the greedy demon')
    expect(await page.locator(`${section} .neuron-a[data-s="a:3:1"] text`).textContent()).toBe(formatNumber(quantitiesOf(net).get('a:3:1')!))
    await page.getByRole('button', { name: en.demon.takeBack }).click()
    expect(await rows.count()).toBe(0)
    expect(page.url()).not.toContain('set=')
  })

  it.each([
    ['English, dark', '#bet=none', 'dark', 1280],
    ['Chinese, light, a phone', '#lang=zh&bet=delta:3:1', 'light', 360],
    ['before the bet', '', 'light', 1280],
  ] as const)('axe finds nothing serious, and nothing is too wide: %s', async (_, hash, colorScheme, width) => {
    const page = await open(hash, { colorScheme, viewport: { width, height: 800 } })
    expect(await faultsOf(page, 'demon')).toEqual({ serious: [], tooWide: 0 })
  })
})

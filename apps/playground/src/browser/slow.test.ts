import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { activationOfFormula } from '../formula/activationOfFormula.js'
import { formatNumber } from '../number/formatNumber.js'
import { stateFromHash } from '../state/hash.js'
import { course } from '../sections/slow/course.js'
import { saturationOf } from '../sections/slow/saturationOf.js'
import { zh } from '../words/zh.js'
import { builtPage, faultsOf } from './builtPage.js'
import { chromiumPath } from './openPage.js'

const section = 'section[aria-labelledby=slow]'

/** The field of the reader's formula, once it is in sight and its formula has been read. */
async function formulaField(page: Page) {
  const field = page.getByRole('textbox', { name: 'f(z)' })
  await field.scrollIntoViewIfNeeded()
  await page.locator('.own-line, .formula-refusal').first().waitFor()
  return field
}

const cells = (page: Page) => page.locator('.now-numbers tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].slice(1).map(({ textContent }) => textContent)))

describe.skipIf(!existsSync(chromiumPath) && !process.env.CI)('slow learning in Chromium', () => {
  const { open, requests } = builtPage()

  it.each(['', '#starts=-1,0.5,3,3&startsEta=1&startsEpoch=37'])('the numbers of both neurons are those of the engine: %s', async (hash) => {
    const page = await open(hash)
    const { starts: [w1 = 0, b1 = 0, w2 = 0, b2 = 0], startsRate, startsEpoch } = stateFromHash(hash).state
    const moments = [[w1, b1], [w2, b2]].flatMap(([w, b]) => (['quadratic', 'crossEntropy'] as const).map((cost) => course([w!, b!], cost, startsRate, 300)[startsEpoch]!))
    expect(await cells(page)).toEqual(moments.map(({ a, slope, delta }) => [a, slope, delta].map(formatNumber)))
  })

  it('from w = b = 2 with η = 0.15 the outputs after 100 epochs are 0.96 and 0.04', async () => {
    const shown = await cells(await open())
    expect(shown.slice(2).map(([a]) => Number(a).toFixed(2))).toEqual(['0.96', '0.04'])
  })

  it('a start slides along the curve by keys and by dragging, and Back undoes it', async () => {
    const page = await open()
    const start = page.getByRole('slider', { name: 'Start of neuron B, z' })
    await start.focus()
    await page.keyboard.press('ArrowLeft')
    expect(await start.getAttribute('aria-valuenow')).toBe('3.9')
    await page.keyboard.press('PageDown')
    expect(await start.getAttribute('aria-valuenow')).toBe('2.9')
    await page.waitForFunction(() => location.hash.includes('starts=0.6,0.9,1.45,1.45'))
    await page.goBack()
    expect(await start.getAttribute('aria-valuenow')).toBe('4')
    const box = (await page.locator('.start[data-runner=second] .handle').boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x - 80, box.y, { steps: 4 })
    await page.mouse.up()
    expect(Number(await start.getAttribute('aria-valuenow'))).toBeLessThan(2.6)
  })

  it('the epoch is scrubbed by keys, and the link keeps it', async () => {
    const page = await open()
    await page.locator(`${section} .scrub input`).focus()
    await page.keyboard.press('End')
    expect(await page.locator(`${section} .scrub span`).textContent()).toBe('Epoch 300')
    await page.waitForFunction(() => location.hash.includes('startsEpoch=300'))
  })

  it('saturation is that of the reader\'s network, and larger weights are one press away', async () => {
    const page = await open('#sizes=3,5,4,2&seed=4')
    await page.getByRole('button', { name: '× 15' }).click()
    const layers = saturationOf(stateFromHash('#sizes=3,5,4,2&seed=4').state, 'quadratic', 15)
    const shown = await page.locator('.saturation tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].slice(0, 2).map(({ textContent }) => textContent?.trim())))
    expect(shown).toEqual(layers.map(({ saturated, meanSlope }) => [`${formatNumber(100 * saturated)} %`, formatNumber(meanSlope)]))
    expect(page.url()).toContain('scale=15')
  })

  it('the parser is loaded when the reader comes to the formula, and not before', async () => {
    const page = await open()
    const parsers = () => requests().filter((url) => url.includes('activationOfFormula')).length
    expect(parsers()).toBe(0)
    await formulaField(page)
    expect(parsers()).toBe(1)
  })

  it('a typed formula has its derivative, its numbers and a link', async () => {
    const page = await open()
    const field = await formulaField(page)
    await field.fill('z^3 - 2z')
    expect(await page.locator('.derivative-line').textContent()).toBe('f′(z)=3\u2062z2−2')
    const { activation } = activationOfFormula('z^3 - 2z')
    await page.locator(`${section} .side-by-side summary`).last().click()
    const shown = await page.locator(`${section} .side-by-side details`).last().locator('tbody td').allTextContents()
    expect(shown).toEqual([-6, -4, -2, -1, 0, 1, 2, 4, 6].flatMap((z) => [activation.f(z), activation.fPrime(z, activation.f(z))].map(formatNumber)))
    await page.waitForFunction(() => location.hash.includes('own='))
    expect(stateFromHash(new URL(page.url()).hash).state.formula).toBe('z^3 - 2z')
  })

  it.each([
    ['z > 0', 'en', '“>” at character 3', '>'],
    ['z + alert(1)', 'zh', '这里没有叫“alert”的函数或数', 'alert'],
    ['exp(-z', 'en', 'at character 6', 'z'],
  ])('%s is refused in words, with its place marked', async (formula, language, says, marked) => {
    const page = await open(`#lang=${language}&own=${encodeURIComponent(formula)}`)
    const field = await formulaField(page)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('.formula-refusal p').textContent()).toContain(says)
    expect(await page.locator('.formula-refusal mark').textContent()).toBe(marked)
  })

  it('checks the formula and lets it learn beside σ, in a worker', async () => {
    const page = await open(`#own=${encodeURIComponent('max(0.1z, z)')}`)
    await formulaField(page)
    await page.getByRole('button', { name: 'Check it and let it learn' }).click()
    await page.getByText('It has a kink at 0').waitFor()
    await page.locator(`${section} > [role=status]`, { hasText: 'Done.' }).waitFor({ state: 'attached' })
    const [, sigmoid, own] = await page.locator(`${section} .side-by-side .numbers`).last().locator('tbody tr').last().locator('th, td').allTextContents()
    expect(Number(own)).toBeLessThan(Number(sigmoid) / 2)
  })

  it('says what the check finds of a formula that overflows', async () => {
    const page = await open(`#own=${encodeURIComponent('1/(1 + exp(-z))')}`)
    await formulaField(page)
    await page.getByRole('button', { name: 'Check it and let it learn' }).click()
    await page.getByText('NaN where mathematics is finite').first().waitFor()
  })

  it.each([
    ['English, light', '', 'light', 1280],
    ['Chinese, dark, a phone', '#lang=zh', 'dark', 360],
    ['a refusal, light, a phone', '#own=z%21', 'light', 360],
  ] as const)('axe finds nothing serious, and nothing is wider than the page: %s', async (_, hash, colorScheme, width) => {
    const page = await open(hash, { colorScheme, viewport: { width, height: 800 } })
    if (hash.includes('zh')) expect(await page.locator('#slow').textContent()).toBe(zh.slow.heading)
    await formulaField(page)
    expect(await faultsOf(page, 'slow')).toEqual({ serious: [], tooWide: 0 })
  })
})

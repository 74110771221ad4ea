import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../number/formatNumber.js'
import { compare } from '../sections/race/differences.js'
import { raceSizes } from '../sections/race/raceSizes.js'
import { stateFromHash } from '../state/hash.js'
import { en } from '../words/en.js'
import { builtPage, faultsOf } from './builtPage.js'
import { chromiumPath } from './openPage.js'

const section = 'section[aria-labelledby=race]'

describe.skipIf(!existsSync(chromiumPath) && !process.env.CI)('the race in Chromium', () => {
  const { open } = builtPage()

  it.each(['#eps=-8', '#eps=-2&sizes=2,3,1&seed=4&x=1,-1'])('both gradients are those of the engine and of explain: %s', async (hash) => {
    const page = await open(hash)
    const { state } = stateFromHash(hash)
    const { backprop, differences } = compare(state, 10 ** state.epsilon)
    const shown = await page.locator('.digits-compared tbody td').allTextContents()
    expect(shown.length).toBe(10)
    expect(shown).toEqual(Array.from({ length: 5 }, (_, i) => [backprop[i]!, differences[i]!]).flat().map((value) => value.toFixed(9).replace('-', '−')))
  })

  it('no Go before the bet; then both lanes, with the passes that a gradient takes, and the bet is quoted', async () => {
    const page = await open('#race=100000')
    const go = page.getByRole('button', { name: en.race.go, exact: true })
    expect(await go.isDisabled()).toBe(true)
    await page.getByRole('button', { name: '1,000 ×', exact: true }).click()
    await go.click()
    await page.locator('.lanes').waitFor()
    const { parameters } = raceSizes(100_000)
    const said = (await page.locator(`${section} .lanes`).textContent()) ?? ''
    expect(said).toContain(`of ${(parameters + 1).toLocaleString('en')} passes`)
    expect(said).toContain('You bet on 1,000; it is ')
    const ratio = Number(/it is ([\d,]+)\./.exec(said)?.[1]?.replaceAll(',', ''))
    expect(ratio).toBeGreaterThan(100)
    await page.waitForFunction(() => location.hash.includes('ratio=1000'))
  })

  it('a race can be cancelled, and begun again', async () => {
    const page = await open('#ratio=10')
    const go = page.getByRole('button', { name: en.race.go, exact: true })
    await go.click()
    await page.getByRole('button', { name: en.race.cancel }).click()
    expect(await go.isEnabled()).toBe(true)
    expect(await page.locator('.lanes').count()).toBe(0)
    await go.click()
    await page.locator('.lanes').waitFor()
  })

  it('a worker that fails is told of in words', async () => {
    const page = await open('#ratio=10')
    await page.route('**/raceWorker*', (route) => route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => postMessage({ type: "failed", message: "no memory" })' }))
    await page.getByRole('button', { name: en.race.go, exact: true }).click()
    expect(await page.getByRole('alert').textContent()).toBe(en.race.failed('no memory'))
  })

  it('a worker that hangs is ended after 15 seconds, and the race can be begun again', async () => {
    const page = await open('#ratio=10')
    await page.clock.install()
    await page.route('**/raceWorker*', (route) => route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => { for (;;); }' }))
    const go = page.getByRole('button', { name: en.race.go, exact: true })
    await go.click()
    await page.clock.fastForward(14_000)
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.clock.fastForward(2000)
    expect(await page.getByRole('alert').textContent()).toBe(en.race.silent)
    await page.unroute('**/raceWorker*')
    await go.click()
    await page.locator('.lanes').waitFor()
  })

  it('a minibatch at once is the same gradient, in less time', async () => {
    const page = await open('#m=64')
    await page.getByRole('button', { name: en.race.measure }).click()
    await page.locator('.lanes').waitFor()
    const said = (await page.locator('.lanes').textContent()) ?? ''
    expect(Number(/take ([\d.]+) times/.exec(said)?.[1])).toBeGreaterThan(1)
    expect(said).toMatch(/largest entry: (0|[\d.]+×10⁻[5-9])\./)
  })

  it('by keyboard: ε slides, and agreement dies', async () => {
    const page = await open()
    const agreeing = async () => (await page.locator('.digits-compared b').allTextContents()).join('').length
    const before = await agreeing()
    await page.getByRole('slider', { name: 'ε' }).focus()
    await page.keyboard.press('End')
    expect(await agreeing()).toBeLessThan(before / 2)
    await page.keyboard.press('Home')
    expect(await agreeing()).toBeLessThan(before / 2)
    expect(await page.locator('.digits-compared th').nth(1).textContent()).toBe(en.race.differencesWith(formatNumber(1e-15).replace('1.00×', '')))
  })

  it.each([
    ['English, light', '', 'light', 1280],
    ['Chinese, dark, a phone', '#lang=zh', 'dark', 360],
  ] as const)('axe finds nothing serious, and nothing is too wide: %s', async (_, hash, colorScheme, width) => {
    const page = await open(hash, { colorScheme, viewport: { width, height: 800 } })
    expect(await faultsOf(page, 'race')).toEqual({ serious: [], tooWide: 0 })
  })
})

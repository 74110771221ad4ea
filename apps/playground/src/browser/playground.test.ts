import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { quantitiesOf } from '../engine/quantities.js'
import { formatNumber } from '../number/formatNumber.js'
import { initialState, stateFromHash } from '../state/hash.js'
import { zh } from '../words/zh.js'
import { builtPage, dist, faultsOf } from './builtPage.js'
import { chromiumPath } from './openPage.js'

/** The first section; others show the same network. */
const forward = 'section[aria-labelledby=forward]'

describe.skipIf(!existsSync(chromiumPath) && !process.env.CI)('the built page in Chromium', () => {
  const { open, requests } = builtPage()

  it.each(['', '#sizes=2,3,3,1&seed=7&f=tanh&x=1.5,-2&set=w:2:1:2~0.25,b:4:1~-1', '#sizes=8,8,8,8,8,8&seed=2&f=gelu'])(
    'what is on the screen is what the engine computes: %s',
    async (hash) => {
      const page = await open(hash)
      const quantities = quantitiesOf(stateFromHash(hash).state)
      const shown = await page.locator(`${forward} td.cell`).evaluateAll((cells) =>
        cells.map((cell) => [cell.getAttribute('data-s') ?? '', cell.querySelector('input')?.value ?? cell.textContent] as const),
      )
      for (const [address, text] of shown) expect(text, address).toBe(formatNumber(quantities.get(address)!))
      expect(new Set(shown.map(([address]) => address))).toEqual(new Set([...quantities.keys()].filter((address) => /^[wbza]:/.test(address))))
    },
  )

  it('by keyboard alone: to a weight in the network, change it, and every view follows', async () => {
    const page = await open('#at=')
    for (let tabs = 0; tabs < 20 && !(await page.evaluate(() => document.activeElement?.matches('.net'))); tabs++) await page.keyboard.press('Tab')
    for (const key of ['ArrowRight', 'Enter', 'ArrowDown', '+', '+']) await page.keyboard.press(key)
    const before = quantitiesOf(initialState).get('w:2:1:2')!
    const value = Number(await page.locator(`${forward} td[data-s="w:2:1:2"] input`).getAttribute('aria-valuenow'))
    expect(value).toBeCloseTo(Math.ceil(10 * before + 1) / 10, 12)
    const after = quantitiesOf({ ...initialState, changes: new Map([['w:2:1:2', value]]) })
    expect(await page.locator('.sum .factor[data-s="w:2:1:2"] input').inputValue()).toBe(formatNumber(value))
    expect(await page.locator(`${forward} .neuron-a[data-s="a:3:1"] text`).textContent()).toBe(formatNumber(after.get('a:3:1')!))
    expect(await page.locator(`${forward} [role=status]`).textContent()).toBe(`weight, layer 2, from neuron 2 to 1, ${formatNumber(value)}`)
    await page.waitForFunction(() => location.hash.includes('set=w:2:1:2~'))
  })

  it('in a matrix the arrow keys move, typing changes, and the picture follows', async () => {
    const page = await open()
    await page.locator(`${forward} td[data-s="w:2:1:1"] input`).focus()
    for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
    await page.keyboard.type('-1,5')
    await page.keyboard.press('Enter')
    expect(await page.locator(`${forward} td[data-s="w:2:2:2"] input`).inputValue()).toBe('−1.50')
    expect(await page.locator(`${forward} .edge[data-s="w:2:2:2"]`).getAttribute('data-sign')).toBe('negative')
    expect(await page.locator('table[role=grid]').first().locator('[tabindex="0"]').count()).toBe(1)
  })

  it('pointing at a line lights its number, its symbol, what it multiplies and what it makes', async () => {
    const page = await open('#at=')
    await page.locator(`${forward} .edge[data-s="w:2:3:1"] .edge-target`).hover({ force: true })
    for (const view of ['td', '.edge', '.factor', '.formula']) expect(await page.locator(`${view}[data-s="w:2:3:1"], ${view} [data-s="w:2:3:1"]`).first().getAttribute('data-lit')).toBe('self')
    expect(await page.locator(`${forward} td[data-s="a:1:1"]`).getAttribute('data-lit')).toBe('source')
    expect(await page.locator(`${forward} td[data-s="z:2:3"]`).getAttribute('data-lit')).toBe('target')
    await page.mouse.move(5, 5)
    expect(await page.locator('[data-lit]').count()).toBe(0)
  })

  it('a number is changed by dragging, as one step that Back undoes', async () => {
    const page = await open()
    const input = page.locator('.sum .factor[data-s="w:2:1:1"] input')
    const start = await input.inputValue()
    await input.scrollIntoViewIfNeeded()
    const box = (await input.boundingBox())!
    await page.mouse.move(box.x + 20, box.y + 8)
    await page.mouse.down()
    for (const x of [26, 40, 60, 80]) await page.mouse.move(box.x + x, box.y + 8)
    await page.mouse.up()
    expect(Number(await input.getAttribute('aria-valuenow'))).toBe(2.4)
    await page.waitForFunction(() => location.hash.includes('~2.4'))
    await page.goBack()
    expect(await input.inputValue()).toBe(start)
  })

  it('the other order of indices says what the transpose costs, and the shapes turn', async () => {
    const page = await open()
    await page.locator(`${forward} input[type=radio]`).nth(1).check()
    expect(await page.locator(`${forward} .verdict`).textContent()).toContain('transpose, 4 × 3')
    expect(await page.locator(`${forward} .matrix[data-s="w:2"] .shape`).textContent()).toBe('3 × 4')
    expect(page.url()).toContain('order=from-to')
  })

  it('a link that cannot be is refused in words, and the page works', async () => {
    const page = await open('#f=alert(1)&sizes=x&set=w:2:1:1~NaN&seed=3')
    expect(await page.locator('.note').count()).toBe(3)
    expect(await page.locator('.note').nth(1).textContent()).toContain('f = alert(1)')
    expect(await page.locator(`${forward} .neuron`).count()).toBe(9)
  })

  it('speaks the browser\'s language, and another when asked', async () => {
    const page = await open('', { locale: 'zh-CN' })
    await page.locator('html[lang=zh-Hans]').waitFor()
    expect(await page.locator('h1').textContent()).toBe(zh.title)
    await page.locator('header select').selectOption('en')
    await page.locator('html[lang=en]').waitFor()
    expect(page.url()).toContain('lang=en')
  })

  it.each([
    ['English, light', '', 'light', 1280],
    ['Chinese, dark', '#lang=zh', 'dark', 1280],
    ['English, dark, a phone', '#order=from-to', 'dark', 360],
    ['Chinese, light, 4K', '#lang=zh&sizes=8,8,8,8,8,8', 'light', 3840],
  ] as const)('axe finds nothing serious, and nothing is wider than the page: %s', async (_, hash, colorScheme, width) => {
    const page = await open(hash, { colorScheme, viewport: { width, height: 800 } })
    expect(await faultsOf(page)).toEqual({ serious: [], tooWide: 0 })
  })

  it('trains in a worker, goes on at another pace, pauses, and starts again', async () => {
    const page = await open('#f=tanh')
    const training = page.locator('section[aria-labelledby=training]')
    const epoch = async () => Number(await training.locator('.figures dd').first().textContent())
    await training.getByRole('button', { name: 'Train', exact: true }).click()
    await page.waitForFunction(() => Number(document.querySelector('[aria-labelledby=training] .figures dd')?.textContent) > 50)
    const before = await epoch()
    await training.getByRole('spinbutton', { name: 'Minibatch size m' }).fill('40')
    await page.keyboard.press('Enter')
    await page.waitForFunction((from) => Number(document.querySelector('[aria-labelledby=training] .figures dd')?.textContent) > from + 50, before)
    expect(Number.parseFloat((await training.locator('.figures dd').nth(2).textContent()) ?? '')).toBeGreaterThan(90)
    await training.getByRole('button', { name: 'Pause' }).click()
    await page.waitForTimeout(700)
    const held = await epoch()
    await page.waitForTimeout(1200)
    expect(await epoch()).toBe(held)
    await training.getByRole('button', { name: 'Go on' }).click()
    await page.waitForFunction((from) => Number(document.querySelector('[aria-labelledby=training] .figures dd')?.textContent) > from, held)
    await training.getByRole('button', { name: 'Start again' }).click()
    await page.waitForFunction((from) => Number(document.querySelector('[aria-labelledby=training] .figures dd')?.textContent) < from, held)
  })

  it('a worker that hangs is ended after two seconds, and training can be started again', async () => {
    const page = await open()
    const training = page.locator('section[aria-labelledby=training]')
    await page.route('**/trainWorker*', (route) => route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => { for (;;); }' }))
    await training.getByRole('button', { name: 'Train', exact: true }).click()
    await training.getByRole('alert').waitFor()
    await page.unroute('**/trainWorker*')
    await training.getByRole('button', { name: 'Train', exact: true }).click()
    await page.waitForFunction(() => Number(document.querySelector('[aria-labelledby=training] .figures dd')?.textContent) > 0)
  })

  it('the first load is at most 250 KB, compressed', async () => {
    await open()
    const files = requests().map((url) => dist + (url.replace(/[?#].*/, '') || 'index.html'))
    const bytes = files.filter(existsSync).reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
    expect(files.length).toBeGreaterThanOrEqual(3)
    expect(bytes).toBeLessThanOrEqual(250_000)
  })
})

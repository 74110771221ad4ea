import { existsSync, readFileSync } from 'node:fs'
import { sigmoid } from '@nablajs/activations'
import { feedforward, network } from '@nablajs/backprop'
import { fromJson, fromSafetensors, toJson, toSafetensors } from '@nablajs/model-io'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { centred } from '../sections/digits/centred.js'
import { digits as zh } from '../words/zh/digits.js'
import { builtPage, faultsOf } from './builtPage.js'
import { chromiumPath } from './openPage.js'

/** The machine may be busy; a test that hangs says what it waited for. */
const patient = { timeout: 60_000 }

/** Draws with the mouse; coordinates are shares of the pad. */
async function draw(page: Page, ...line: readonly (readonly [x: number, y: number])[]): Promise<void> {
  const pad = page.locator('.pad svg')
  await pad.scrollIntoViewIfNeeded()
  const box = (await pad.boundingBox())!
  for (const [i, [x, y]] of line.entries()) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 5 })
    if (i === 0) await page.mouse.down()
  }
  await page.mouse.up()
}

/** Waits until this share of the test digits is read right, and holds the training. */
async function trainTo(accuracy: number, digits: Locator): Promise<void> {
  await digits.getByRole('button', { name: 'Train', exact: true }).click()
  await expect.poll(async () => Number.parseFloat((await digits.locator('.figures dd').nth(2).textContent()) ?? ''), patient).toBeGreaterThan(100 * accuracy)
  await digits.getByRole('button', { name: 'Pause' }).click()
}

async function saved(section: Locator, format: string): Promise<Buffer> {
  const [download] = await Promise.all([section.page().waitForEvent('download'), section.getByRole('button', { name: `Save the network as ${format}` }).click()])
  return readFileSync(await download.path())
}

describe.skipIf(!existsSync(chromiumPath) && !process.env.CI)('digits, networks and tables in Chromium', () => {
  const { open: openPage, requests } = builtPage()

  async function open(hash = '', options: BrowserContextOptions = {}) {
    const page = await openPage(hash, options)
    return { page, digits: page.locator('section[aria-labelledby=digits]'), training: page.locator('section[aria-labelledby=training]') }
  }

  it('a drawn 1 is read as a 1 after training, by the network that can be saved', async () => {
    const { page, digits } = await open()
    expect(requests().some((url) => /\.gz|Worker/.test(url))).toBe(false)
    await draw(page, [0.55, 0.15], [0.5, 0.85])
    expect(await digits.locator('.answer').textContent()).toContain('Untrained')
    await trainTo(0.88, digits)
    expect(await digits.locator('.answer').textContent()).toBe('The network reads a 1.')
    expect(requests().filter((url) => url.endsWith('.gz'))).toHaveLength(1)
    // A report that was under way when the button was pressed may still come.
    await page.waitForTimeout(600)
    const { net, cost } = fromSafetensors(await saved(digits, 'safetensors'))
    expect([net.sizes, cost]).toEqual([[784, 30, 10], 'crossEntropy'])
    const points = (await digits.locator('.pad polyline').getAttribute('points'))!.split(' ').map((point) => point.split(',').map(Number))
    const image = centred([points.map(([x = 0, y = 0]) => ({ x, y }))])
    const outputs = feedforward(net, { rows: 784, data: image, scale: 1 / 255 }).data
    const shown = await digits.locator('.output-bar span').evaluateAll((bars) => bars.map((bar) => Number.parseFloat(bar.style.width)))
    for (const [digit, percent] of shown.entries()) expect(Math.abs(percent - 100 * outputs[digit]!), String(digit)).toBeLessThan(1)
  })

  it('by keyboard alone: draw, train, and open a digit that is misread', async () => {
    const { page, digits } = await open()
    await digits.locator('h2').focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('application')
    for (const key of ['Space', ...Array<string>(12).fill('ArrowDown'), 'Space']) await page.keyboard.press(key)
    expect(await digits.locator('.pad polyline').getAttribute('points')).toMatch(/^0\.5000,0\.2000 .* 0\.5000,0\.8000$/)
    for (let tabs = 0; tabs < 12 && !(await page.evaluate(() => document.activeElement?.textContent === 'Train')); tabs++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await digits.getByRole('button', { name: 'Pause' }).waitFor()
    await digits.locator('.misread button').first().waitFor()
    // The button keeps the focus while its word changes.
    await page.keyboard.press('Enter')
    await digits.getByRole('button', { name: 'Go on' }).waitFor()
    const one = digits.locator('.misread button').first()
    const [, label = ''] = /A (\d) that is read/.exec((await one.textContent())!)!
    await one.focus()
    await page.keyboard.press('Enter')
    expect(await digits.locator('.as-given canvas').getAttribute('aria-label')).toContain(`a ${label}`)
    expect(await digits.locator('.answer').textContent()).toContain(`it is a ${label}`)
  })

  it('goes on at another pace, and starts again from where it started', async () => {
    const { page, digits } = await open('#digits=8')
    const epoch = async () => Number(await digits.locator('.figures dd').first().textContent())
    await digits.getByRole('button', { name: 'Train', exact: true }).click()
    await expect.poll(epoch, patient).toBeGreaterThan(1)
    await digits.getByRole('spinbutton', { name: 'Minibatch size m' }).fill('50')
    await page.keyboard.press('Enter')
    const before = await epoch()
    await expect.poll(epoch, patient).toBeGreaterThan(before + 1)
    expect(page.url()).toContain('digitsBatch=50')
    await digits.getByRole('button', { name: 'Start again' }).click()
    await expect.poll(epoch, patient).toBeLessThan(before)
  })

  it('what a link says is what is trained, and a change of it is in the link', async () => {
    const { page, digits } = await open('#digits=12&digitsC=quadratic&digitsEta=3&digitsBatch=20')
    expect(await digits.getByRole('spinbutton').evaluateAll((inputs) => inputs.map((input) => input.getAttribute('aria-valuenow')))).toEqual(['12', '3', '20'])
    expect(await digits.locator('select').inputValue()).toBe('quadratic')
    await digits.locator('select').selectOption('crossEntropy')
    await page.waitForFunction(() => !location.hash.includes('digitsC'))
    await page.goBack()
    expect(await digits.locator('select').inputValue()).toBe('quadratic')
  })

  it('a network that was saved opens again, and sets the width that the page has', async () => {
    const { page, digits } = await open()
    const net = network([784, 5, 10], { activation: sigmoid, seed: 3 })
    for (const [name, buffer] of [['a.safetensors', Buffer.from(toSafetensors(net))], ['a.json', Buffer.from(toJson(net))]] as const) {
      await digits.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
      await digits.locator('.models [role=status]').filter({ hasText: name }).waitFor()
      expect(await page.evaluate(() => location.hash)).toContain('digits=5')
      expect([...fromSafetensors(await saved(digits, 'safetensors')).net.parameters]).toEqual([...net.parameters])
    }
    expect([...fromJson((await saved(digits, 'json')).toString()).net.parameters]).toEqual([...net.parameters])
    expect((await saved(digits, 'onnx')).length).toBeGreaterThan(net.parameters.length * 4)
  })

  it('a file that is dropped is read as one that is chosen', async () => {
    const { page, digits } = await open()
    const json = toJson(network([784, 4, 10], { activation: sigmoid, seed: 3 }))
    const files = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'dropped.json'))
      return transfer
    }, json)
    await digits.locator('.models .file').dispatchEvent('drop', { dataTransfer: files })
    await digits.locator('.models [role=status]').filter({ hasText: 'dropped.json' }).waitFor()
    expect(await digits.getByRole('spinbutton').first().getAttribute('aria-valuenow')).toBe('4')
  })

  it.each([
    ['a page', '<!DOCTYPE html>', 'cannot be read as a network'],
    ['a file cut off', toSafetensors(network([784, 5, 10], { activation: sigmoid })).slice(0, 900), 'cut off'],
    ['another network', toJson(network([2, 3, 1], { activation: sigmoid })), '[2, 3, 1]'],
    ['one too wide', toSafetensors(network([784, 101, 10], { activation: sigmoid })), '[784, 101, 10]'],
    ['too much', Buffer.alloc(8_000_001), '9 MB'],
  ])('%s is refused in words', async (_, content, words) => {
    const { digits } = await open()
    await digits.locator('input[type=file]').setInputFiles({ name: 'a.safetensors', mimeType: '', buffer: Buffer.from(content) })
    expect(await digits.getByRole('alert').textContent()).toContain(words)
    expect(await digits.getByRole('spinbutton').first().getAttribute('aria-valuenow')).toBe('30')
  })

  it('the network of the plane is saved and opens again', async () => {
    const { page, training } = await open()
    const net = network([2, 4, 6, { neurons: 1, activation: sigmoid }], { activation: sigmoid, seed: 3 })
    await training.locator('.models input[type=file]').setInputFiles({ name: 'a.json', mimeType: '', buffer: Buffer.from(toJson(net)) })
    await training.locator('.models [role=status]').waitFor()
    expect(page.url()).toContain('hidden=4,6')
    expect([...fromSafetensors(await saved(training, 'safetensors')).net.parameters]).toEqual([...net.parameters])
  })

  it('a table of two numbers and a class is trained on, as points of the plane, then another column of it', async () => {
    const { training } = await open()
    const rows = Array.from({ length: 60 }, (_, i) => `${(i % 10) / 3},${(i % 7) / 2},${i % 10 > 4 ? 'yes' : 'no'}`)
    await training.locator('.own-table input[type=file]').setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(`left,right,answer\n${rows.join('\n')}`) })
    expect(await training.locator('.own-table > [role=status]').filter({ hasText: '60 rows' }).textContent()).toContain('one of 2 classes')
    await training.getByRole('button', { name: 'Train', exact: true }).click()
    await expect.poll(async () => Number.parseFloat((await training.locator('.figures dd').nth(2).textContent()) ?? ''), patient).toBeGreaterThan(95)
    expect(await training.locator('.plane canvas').count()).toBe(1)
    await training.getByRole('combobox', { name: 'To predict' }).selectOption('left')
    await training.locator('.own-table > [role=status]').filter({ hasText: 'a number' }).waitFor()
    expect(await training.locator('.plane canvas').count()).toBe(0)
    await training.getByRole('button', { name: 'Train', exact: true }).click()
    await expect.poll(async () => Number(await training.locator('.figures dd').first().textContent()), patient).toBeGreaterThan(5)
    await training.getByRole('button', { name: 'Back to the points' }).click()
    expect(await training.locator('.plane canvas').count()).toBe(1)
  })

  it('a table that cannot be read is refused with the line, and the points stay', async () => {
    const { training } = await open()
    await training.locator('.own-table input[type=file]').setInputFiles({ name: 'bad.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n3\n') })
    const said = await training.getByRole('alert').textContent()
    expect(said).toContain('cannot be read as a table')
    expect(said).toContain('bad.csv')
    expect(await training.locator('.plane canvas').count()).toBe(1)
  })

  it('a worker that hangs while it reads a table is ended, and the next file is read', async () => {
    const { page, training } = await open()
    await page.clock.install()
    await page.route('**/tableWorker*', (route) => route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => { for (;;); }' }))
    const choose = () => training.locator('.own-table input[type=file]').setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,x\n2,y\n1,x\n') })
    await choose()
    await training.locator('.own-table > [role=status]').waitFor()
    await page.clock.fastForward(20_000)
    expect(await training.getByRole('alert').textContent()).toContain('took too long')
    await page.unroute('**/tableWorker*')
    await choose()
    await training.locator('.own-table > [role=status]').filter({ hasText: '3 rows' }).waitFor()
  })

  it('only on the pad does a finger draw instead of scrolling', async () => {
    const { digits } = await open()
    const fixed = await digits.locator('*').evaluateAll((all) => all.filter((one) => getComputedStyle(one).touchAction === 'none').map((one) => one.closest('.pad') !== null))
    expect(fixed).toEqual([true])
  })

  it.each([
    ['English, light', '', 'light', 1280],
    ['Chinese, dark, a phone', '#lang=zh', 'dark', 360],
  ] as const)('trained, axe finds nothing serious and nothing is wider than the page: %s', async (_, hash, colorScheme, width) => {
    const { page, digits } = await open(hash, { colorScheme, viewport: { width, height: 800 } })
    await draw(page, [0.3, 0.2], [0.7, 0.2], [0.4, 0.8])
    if (hash !== '') expect(await digits.locator('h2').textContent()).toBe(zh.heading)
    await digits.locator('.main').click()
    await digits.locator('.misread button').first().waitFor()
    await digits.locator('.main').click()
    expect(await faultsOf(page, 'digits')).toEqual({ serious: [], tooWide: 0 })
  })
})

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quantitiesOf } from '../engine/quantities.js'
import { exactNumber } from '../number/formatNumber.js'
import type { Report } from '../sections/training/pointMessages.js'
import { stateFromHash } from '../state/hash.js'
import type { News } from '../training/messages.js'
import { en } from '../words/en.js'
import { chromiumPath, firefoxPath, launch, launchFirefox, openPage } from './openPage.js'
import { serveFolder } from './serveFolder.js'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const link = '#sizes=3,4,4,2&f=gelu&seed=7&x=0.1,-2.5,0.7&set=w:2:1:2~0.3,b:4:1~-1.1&merged=1&paths=1.1.1'
let browsers: readonly Browser[]
let server: Awaited<ReturnType<typeof serveFolder>>

describe.skipIf(!(existsSync(chromiumPath) && existsSync(firefoxPath)) && !process.env.CI)('the built page in Firefox, beside Chromium', () => {
  beforeAll(async () => {
    if (!existsSync(`${dist}index.html`)) throw new Error('there is no dist: build the page first (pnpm --filter @nablajs/app-playground build)')
    server = await serveFolder(dist, '/anywhere/below/')
    browsers = await Promise.all([launch(), launchFirefox()])
  })

  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()))
    server.close()
  })

  /** The same work in each browser, whose pages must not complain. */
  async function inBoth<T>(hash: string, work: (page: Awaited<ReturnType<typeof openPage>>['page']) => Promise<T>, script?: () => void): Promise<readonly T[]> {
    const found: T[] = []
    for (const browser of browsers) {
      const { page, complaints } = await openPage(browser, server.url + hash, {}, script)
      found.push(await work(page))
      expect(complaints).toEqual([])
      await page.context().close()
    }
    return found
  }

  it('the same link shows the same numbers, to the last bit', async () => {
    const [inChromium, inFirefox] = await inBoth(link, (page) =>
      page.locator('td.cell').evaluateAll((cells) => cells.map((cell) => [cell.getAttribute('data-s') ?? '', cell.querySelector('.number')?.getAttribute('title')] as const)),
    )
    expect(inFirefox).toEqual(inChromium)
    const quantities = quantitiesOf(stateFromHash(link).state)
    for (const [address, title] of inFirefox!) expect(title, address).toBe(exactNumber(quantities.get(address)!))
    expect(inFirefox!.length).toBeGreaterThan(70)
  })

  it('all texts and drawings are the same', async () => {
    const [inChromium, inFirefox] = await inBoth(link, (page) =>
      page.evaluate(() => {
        // A chart is drawn in as many pixels as the page has for it.
        const shapes = [...document.querySelectorAll('svg [points], svg line, svg rect')].filter((shape) => !shape.closest('.chart, .sample-bars'))
        return [document.body.textContent, ...shapes.map((shape) => shape.outerHTML)]
      }),
    )
    expect(inFirefox).toEqual(inChromium)
  })

  it('works without a network after one visit', async () => {
    const brief = await serveFolder(dist, '/anywhere/below/')
    const { page, complaints } = await openPage(browsers[1]!, brief.url, { serviceWorkers: 'allow' })
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    brief.close()
    await page.reload()
    expect(await page.locator('section[aria-labelledby=forward] .neuron').count()).toBe(9)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('training gives the same cost in every epoch, and the same network, to the last bit', async () => {
    const epochs = 60
    const runs = await inBoth(
      '#data=spirals&eta=0.3&f=tanh',
      async (page) => {
        await page.locator('section[aria-labelledby=training]').getByRole('button', { name: en.training.start, exact: true }).click()
        await page.waitForFunction((enough) => (Reflect.get(window, 'told') as string[]).length === enough, epochs)
        return page.evaluate(() => Reflect.get(window, 'told') as string[])
      },
      // Every epoch is told, what is told is kept in decimals that give back its bits, and 60 are enough.
      () => {
        const told: string[] = []
        Reflect.set(window, 'told', told)
        const post = Worker.prototype.postMessage
        Worker.prototype.postMessage = function (order: { settings?: object }) {
          this.addEventListener('message', ({ data }: MessageEvent<News<Report>>) => {
            if (data.type !== 'report') return
            told.push([data.report.epoch, data.report.cost, ...data.report.plane].join())
            if (told.length === 60) this.terminate()
          })
          post.call(this, order.settings ? { ...order, settings: { ...order.settings, reportEvery: 0 } } : order)
        }
      },
    )
    const [inChromium, inFirefox] = runs
    const numbers = inFirefox!.map((one) => one.split(',').map(Number))
    expect(numbers.map(([epoch]) => epoch)).toEqual(Array.from({ length: epochs }, (_, i) => i + 1))
    expect(numbers.at(-1)![1]).toBeLessThan(numbers[0]![1]!)
    expect(inFirefox).toEqual(inChromium)
  })
})

import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build, type Plugin } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { LARGE } from '../../vite/precacheOf.js'
import { chromiumPath, launch, openPage } from './openPage.js'
import { serveFolder } from './serveFolder.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const largeFile = 'assets/large-1.bin'
let browser: Browser
let folder: string
let server: Awaited<ReturnType<typeof serveFolder>>

/** Builds the page with a mark of its own, and with a file as large as the digits are. */
async function buildPage(mark: string): Promise<void> {
  const marked: Plugin = {
    name: 'marked',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'mark', content: mark } }],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: largeFile, source: new Uint8Array(LARGE + 1) })
    },
  }
  vi.stubEnv('NODE_ENV', 'production')
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true }, plugins: [marked] })
  vi.unstubAllEnvs()
}

/** A page that has been visited long enough to be kept. */
async function visit() {
  const open = await openPage(browser, server.url, { serviceWorkers: 'allow' })
  await kept(open.page)
  return open
}

async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

const markOf = (page: Page) => page.locator('meta[name=mark]').getAttribute('content')

describe.skipIf(!existsSync(chromiumPath) && !process.env.CI)('the page without a network', () => {
  beforeAll(async () => {
    browser = await launch()
  })

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'page-'))
    await buildPage('first')
    server = await serveFolder(folder, '/anywhere/below/')
  })

  afterEach(() => {
    server.close()
    rmSync(folder, { recursive: true })
  })

  afterAll(() => browser.close())

  it('works, and trains, after one visit', async () => {
    const { page, complaints } = await visit()
    server.close()
    await page.context().setOffline(true)
    await page.goto(`${server.url}#sizes=2,2,1`)
    await page.reload()
    expect(await page.locator('section[aria-labelledby=forward] .neuron').count()).toBe(5)
    await page.locator('section[aria-labelledby=training]').getByRole('button', { name: 'Train', exact: true }).click()
    await page.waitForFunction(() => Number(document.querySelector('[aria-labelledby=training] .figures dd')?.textContent) > 0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('keeps every file of the build but large ones, which it keeps once they were asked for', async () => {
    const { page } = await visit()
    const addresses = () => page.evaluate(async () => {
      const names = await caches.keys()
      return Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))
    })
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile() && statSync(join(folder, file)).size <= LARGE && file !== 'sw.js')
    expect(files).toContain('manifest.webmanifest')
    const expected = files.map((file) => server.url + (file === 'index.html' ? '' : file))
    expect((await addresses()).map((urls) => urls.sort())).toEqual([expected.sort()])
    const sizeOf = () => page.evaluate(async (file) => (await (await fetch(file)).arrayBuffer()).byteLength, largeFile)
    expect(await sizeOf()).toBe(LARGE + 1)
    server.close()
    expect(await sizeOf()).toBe(LARGE + 1)
    await page.context().close()
  })

  it('a new build is what the next visit shows, and one build before it is kept', async () => {
    const { page } = await visit()
    for (const mark of ['second', 'third']) {
      await buildPage(mark)
      await page.evaluate(async () => {
        const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
        const registration = await navigator.serviceWorker.ready
        await registration.update()
        await taken
      })
      await kept(page)
      await page.reload()
      expect(await markOf(page)).toBe(mark)
    }
    expect(await page.evaluate(() => caches.keys())).toHaveLength(2)
    await page.context().close()
  })
})

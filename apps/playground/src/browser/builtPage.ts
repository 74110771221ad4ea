import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import axe, { type AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launch, openPage, type Open } from './openPage.js'
import { serveFolder } from './serveFolder.js'

/** The folder of the built page. */
export const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

/** What tests do with the built page. */
interface BuiltPage {
  open(hash?: string, options?: BrowserContextOptions): Promise<Page>
  /** What the page that was opened last has asked for, below the page's own address, or as it is where that is of no host. */
  requests(): readonly string[]
}

/** Serves the built page to the tests around this call. Whatever they open may complain of nothing and ask no other host. */
export function builtPage(): BuiltPage {
  let browser: Browser
  let server: Awaited<ReturnType<typeof serveFolder>>
  const opened: Open[] = []
  beforeAll(async () => {
    if (!existsSync(`${dist}index.html`)) throw new Error('there is no dist: build the page first (pnpm --filter @nablajs/app-playground build)')
    server = await serveFolder(dist, '/anywhere/below/')
    browser = await launch()
  })
  afterEach(async () => {
    for (const { page, complaints, requests } of opened.splice(0)) {
      expect(complaints).toEqual([])
      for (const url of requests) expect(url.startsWith(server.url) || url.startsWith('blob:')).toBe(true)
      await page.context().close()
    }
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })
  return {
    async open(hash = '', options = {}) {
      const one = await openPage(browser, server.url + hash, options)
      opened.push(one)
      return one.page
    },
    requests: () => (opened.at(-1)?.requests ?? []).map((url) => url.replace(server.url, '')),
  }
}

/** What axe finds serious in a section or the whole page, and by how much the page is wider than its window. */
export async function faultsOf(page: Page, section?: string): Promise<{ readonly serious: readonly unknown[]; readonly tooWide: number }> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>(section === undefined ? 'axe.run()' : `axe.run('section[aria-labelledby=${section}]')`)
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])
  return { serious, tooWide: await page.evaluate(() => document.documentElement.scrollWidth - innerWidth) }
}

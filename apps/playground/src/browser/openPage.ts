import { chromium, firefox, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Starts the browser that is on this machine. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: flags })
}

export const firefoxPath = process.env.FIREFOX ?? '/usr/bin/firefox-esr'

/** Starts a Firefox as it is distributed, driven by WebDriver BiDi; Playwright's own would be another build. */
export function launchFirefox(): Promise<Browser> {
  return firefox.launch({ executablePath: firefoxPath, channel: 'moz-firefox' })
}

/** A page that is open, and all it has asked for and complained about. */
export interface Open {
  readonly page: Page
  readonly complaints: readonly string[]
  readonly requests: readonly string[]
}

/** What is said where a test keeps the service worker out. */
const BLOCKED = 'Service Worker registration blocked by Playwright'

/** Opens a page of its own, without what other pages have stored; and without a service worker, which would answer before the server does, unless it is allowed. A script runs before the page's. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}, script?: () => void): Promise<Open> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', serviceWorkers: 'block', ...options })
  if (script) await context.addInitScript(script)
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && message.text() !== BLOCKED) complaints.push(message.text())
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(url)
  await page.locator('main h2').first().waitFor()
  return { page, complaints, requests }
}

import { existsSync } from 'node:fs'
import { chromium, firefox, type Browser } from 'playwright-core'
import { valueOf, type Environment } from './environment.js'
import type { Answer } from './program/tasks.js'
import type { Server } from './serve.js'

const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const browsers = {
  Chromium: { path: process.env.CHROMIUM ?? '/usr/bin/chromium', launch: (executablePath: string) => chromium.launch({ executablePath, args: chromiumFlags }) },
  // A Firefox as it is distributed, which is driven by WebDriver BiDi; Playwright's own would be another build.
  Firefox: { path: process.env.FIREFOX ?? '/usr/bin/firefox-esr', launch: (executablePath: string) => firefox.launch({ executablePath, channel: 'moz-firefox' }) },
}

/** A browser as an environment: every task is a page of its own, and the work is done in a worker unless asked otherwise. */
export async function browserEnvironment(kind: keyof typeof browsers, server: Server): Promise<Environment> {
  const { path, launch } = browsers[kind]
  if (!existsSync(path)) throw new Error(`there is no ${path}; ${kind.toUpperCase()} may name another`)
  const browser = await launch(path)
  const name = `${kind} ${browser.version().replace(/^(\d+).*$/, '$1')}`
  return {
    name,
    async run(task, { inPage = false, strict = false } = {}) {
      const { url, answered } = server.page({ task, where: inPage ? 'page' : 'worker', policy: strict ? 'strict' : 'isolated' })
      return valueOf(name, task, await open(browser, url, answered))
    },
    close: () => browser.close(),
  }
}

async function open(browser: Browser, url: string, answered: Promise<Answer>): Promise<Answer> {
  const page = await browser.newPage()
  try {
    const broken = new Promise<never>((_, reject) => {
      page.on('pageerror', reject)
      page.on('crash', () => reject(new Error('the page crashed')))
    })
    await page.goto(url)
    return await Promise.race([answered, broken])
  } finally {
    await page.close()
  }
}

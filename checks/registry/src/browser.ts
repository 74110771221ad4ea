import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Runs a bundle in Chromium as a page's only script; returns what it logged. Throws for an error in the page. */
export async function runInChromium(bundle: string): Promise<string[]> {
  const server = createServer(({ url }, response) => {
    const page = url === '/'
    response.writeHead(page || url === '/app.js' ? 200 : 204, { 'content-type': page ? 'text/html' : 'text/javascript' })
    response.end(page ? '<!doctype html><meta charset="utf-8"><script type="module" src="/app.js"></script>' : url === '/app.js' ? bundle : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })
  try {
    const page = await browser.newPage()
    const logged: string[] = []
    const ended = new Promise<void>((resolve, reject) => {
      page.on('pageerror', reject)
      page.on('crash', () => reject(new Error('the page crashed')))
      page.on('console', (message) => {
        if (message.type() === 'error') reject(new Error(message.text()))
        else if (message.text() === 'end') resolve()
        else logged.push(message.text())
      })
    })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await ended
    return logged
  } finally {
    await browser.close()
    server.close()
  }
}

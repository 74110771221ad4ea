// pnpm speed [h]: how fast the built page trains on digits in Chromium, beside Node on the same backend, and what that does to its frames.
// Both train the same network in turns, and frames are counted at rest too, so that whatever else the machine does meets all of them.
import { sigmoid } from '@nablajs/activations'
import { wasm } from '@nablajs/backend-wasm'
import { network, scaledNormal } from '@nablajs/backprop'
import { crossEntropy } from '@nablajs/costs'
import { digits } from '@nablajs/digits'
import { train } from '@nablajs/trainer'
import { chromium } from 'playwright-core'
import { preview } from 'vite'

const ROUNDS = 5
const ROUND_MS = 4000
const hidden = Number(process.argv[2] ?? 30)
const { training, test } = await digits()

const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' })
const url = server.resolvedUrls?.local[0]
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
await page.goto(`${url}#digits=${hidden}`)
const section = page.locator('section[aria-labelledby=digits]')
await section.locator('.main').click()
await section.locator('.misread button').first().waitFor()
await section.locator('.main').click()
await section.locator('.digits-frames').scrollIntoViewIfNeeded()

const ratios = []
for (let round = 1; round <= ROUNDS; round++) {
  const node = await inNode()
  const rest = await frames()
  await section.locator('.main').click()
  const { speed, gaps, longTasks } = await frames()
  await section.locator('.main').click()
  ratios.push(speed / node)
  console.log(
    `round ${round}: Node ${node.toFixed(0)} samples/s, page ${speed.toFixed(0)} (${(100 * ratios.at(-1)).toFixed(0)} %); ` +
      `${framesOf(gaps)}, ${longTasks} tasks above 50 ms; at rest ${framesOf(rest.gaps)}, ${rest.longTasks} such tasks`,
  )
}
ratios.sort((a, b) => a - b)
console.log(`[784, ${hidden}, 10], median of ${ROUNDS}: the page trains at ${(100 * ratios[ROUNDS >> 1]).toFixed(0)} % of Node's speed`)
await browser.close()
await server.close()

/** Samples a second of Node, evaluations on the test digits included, as in the page. */
async function inNode() {
  const net = network([784, hidden, 10], { activation: sigmoid, initialiser: scaledNormal, backend: await wasm() })
  const controller = new AbortController()
  let done = 0
  const began = performance.now()
  const onProgress = ({ epoch, done: inEpoch }) => {
    done = (epoch - 1) * training.size + inEpoch
    if (performance.now() - began > ROUND_MS) controller.abort()
  }
  try {
    for await (const _ of train(net, training, { cost: crossEntropy, epochs: 1e6, batchSize: 10, learningRate: () => 0.5, test, signal: controller.signal, onProgress }));
  } catch (error) {
    if (!controller.signal.aborted) throw error
  }
  const speed = (1000 * done) / (performance.now() - began)
  net.close()
  return speed
}

/** Frames in words: how many a second, and the longest gap between two. */
function framesOf(gaps) {
  return `${(gaps.length / (ROUND_MS / 1000)).toFixed(1)} frames/s, longest gap ${Math.max(...gaps).toFixed(0)} ms`
}

/** The gaps between frames of the page for a while, and samples a second by the epochs that it shows meanwhile; NaN at rest. */
function frames() {
  return page.evaluate(
    ([ms, size]) =>
      new Promise((resolve) => {
        const figure = document.querySelector('[aria-labelledby=digits] .figures dd')
        const changes = []
        new MutationObserver(() => changes.push([performance.now(), Number(figure.textContent)])).observe(figure, { subtree: true, characterData: true, childList: true })
        let longTasks = 0
        new PerformanceObserver((list) => (longTasks += list.getEntries().length)).observe({ type: 'longtask' })
        const began = performance.now()
        const gaps = []
        let last
        const frame = (now) => {
          if (last !== undefined) gaps.push(now - last)
          last = now
          if (performance.now() - began < ms) return requestAnimationFrame(frame)
          const [[t0, e0], [t1, e1]] = [changes[0] ?? [0, 0], changes.at(-1) ?? [0, 0]]
          resolve({ speed: (1000 * size * (e1 - e0)) / (t1 - t0), gaps, longTasks })
        }
        requestAnimationFrame(frame)
      }),
    [ROUND_MS, training.size],
  )
}

import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../number/formatNumber.js'
import { stateFromHash } from '../state/hash.js'
import { linearNetwork } from '../sections/exercises/linearNetwork.js'
import { verdictsOf } from '../sections/exercises/modifiedNeuron.js'
import { zh } from '../words/zh.js'
import { builtPage, faultsOf } from './builtPage.js'
import { chromiumPath } from './openPage.js'

const section = 'section[aria-labelledby=exercises]'

describe.skipIf(!existsSync(chromiumPath) && !process.env.CI)('the exercises in Chromium', () => {
  const { open } = builtPage()

  it.each(['#marks=feedforward', '#marks=feedforward,backpropagate', '#modified=output&marks=outputError', '#sizes=2,3,3,1&f=tanh&marks=feedforward,gradient', '#sizes=3,2&marks=feedforward,outputError'])(
    'each slope is painted as the comparison with differences has it: %s',
    async (hash) => {
      const page = await open(hash)
      await page.getByRole('button', { name: 'Run my algorithm' }).click()
      const { state } = stateFromHash(hash)
      const verdicts = verdictsOf(state, state.modified, state.marks)
      const painted = await page.locator('.verdict-net [data-right]').evaluateAll((elements) => elements.map((element) => [element.getAttribute('data-s') ?? '', element.getAttribute('data-right')] as const))
      expect(new Map(painted)).toEqual(new Map(verdicts.map(({ address, isRight }) => [address, String(isRight)])))
      expect(await page.locator('.exercise-result .verdict').textContent()).toContain(`${verdicts.filter(({ isRight }) => isRight).length} of ${verdicts.length} slopes`)
    },
  )

  it('by keyboard alone: mark the steps, run, and the right answer has every slope right', async () => {
    const page = await open()
    for (const name of ['2. Feedforward', '4. Backpropagate (BP2)']) {
      await page.getByRole('checkbox', { name }).focus()
      await page.keyboard.press('Space')
    }
    await page.getByRole('button', { name: 'Run my algorithm' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.exercise-result .verdict').textContent()).toContain('26 of 26')
    expect(await page.locator('.cross').count()).toBe(0)
    expect(page.url()).toContain('marks=feedforward,backpropagate')
  })

  it('another mark takes the result away until it is run again', async () => {
    const page = await open('#marks=feedforward')
    await page.getByRole('button', { name: 'Run my algorithm' }).click()
    await page.getByRole('checkbox', { name: '5. Gradient (BP3, BP4)' }).check()
    expect(await page.locator('.exercise-result').count()).toBe(0)
  })

  it('answers are hidden until asked for, and quote what the reader said', async () => {
    const page = await open('#marks=feedforward,gradient&linearBet=zero')
    const answers = page.locator('.answer')
    expect(await answers.locator('p').first().isVisible()).toBe(false)
    for (const i of [0, 1]) await answers.nth(i).locator('summary').click()
    expect(await answers.nth(0).textContent()).toContain('You marked: 2, 5.')
    expect(await answers.nth(1).textContent()).toContain('You bet 0. It is 1.')
  })

  it.each(['#linear=0.4', '#linear=1&sizes=2,5,4,3&seed=9'])('the matrices are those of the engine: %s', async (hash) => {
    const page = await open(hash)
    const { state } = stateFromHash(hash)
    const { effect, product } = linearNetwork(state, state.linearShare)
    expect(await page.locator('.linear-cell').allTextContents()).toEqual([...effect, ...product].flat().map(formatNumber))
  })

  it('the slider leads to one matrix, and the layers say so', async () => {
    const page = await open()
    expect(await page.locator('.linear-matrices + .verdict').textContent()).toContain('differ by up to')
    await page.getByRole('slider', { name: 'Share of z, t' }).focus()
    await page.keyboard.press('End')
    expect(await page.locator('.linear-matrices + .verdict').textContent()).toContain('are equal')
    await page.waitForFunction(() => location.hash.includes('linear=1'))
  })

  it.each([
    ['English, light', '', 'light', 1280],
    ['Chinese, dark, a phone', '#lang=zh&marks=feedforward', 'dark', 360],
    ['Chinese, dark', '#lang=zh&sizes=8,8,8,8,8,8', 'dark', 1280],
  ] as const)('axe finds nothing serious, and nothing is wider than the page: %s', async (_, hash, colorScheme, width) => {
    const page = await open(hash, { colorScheme, viewport: { width, height: 800 } })
    if (hash.includes('zh')) expect(await page.locator('#exercises').textContent()).toBe(zh.exercises.heading)
    await page.locator(`${section} button.main`).click()
    for (const summary of await page.locator(`${section} summary`).all()) await summary.click()
    expect(await faultsOf(page, 'exercises')).toEqual({ serious: [], tooWide: 0 })
  })
})

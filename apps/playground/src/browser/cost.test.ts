import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { costOf } from '../engine/costOf.js'
import { quantitiesOf } from '../engine/quantities.js'
import { formatNumber } from '../number/formatNumber.js'
import { costsOfSamples } from '../sections/cost/samples.js'
import { initialState, stateFromHash } from '../state/hash.js'
import { en } from '../words/en.js'
import { builtPage, faultsOf } from './builtPage.js'
import { chromiumPath } from './openPage.js'

const section = 'section[aria-labelledby=cost]'

describe.skipIf(!existsSync(chromiumPath) && !process.env.CI)('the cost section in Chromium', () => {
  const { open } = builtPage()

  it.each(['', '#Cx=others', '#Cx=weight&C=crossEntropy&outs=0.5,0.2,0.3,0.4,0.6,0.7'])('what is on the screen is what the engine computes: %s', async (hash) => {
    const page = await open(hash)
    const { state } = stateFromHash(hash)
    const { each, mean, backprop, true: slopes } = costsOfSamples(state)
    expect(await page.locator('.sample-cost').allTextContents()).toEqual(each.map((one) => one.toFixed(3)))
    expect(await page.locator('.mean-name').textContent()).toBe(en.cost.meanLine(formatNumber(mean)))
    const shown = await page.locator('.gradients tbody td').allTextContents()
    expect(shown).toEqual((['w', 'b'] as const).flatMap((by) => [formatNumber(backprop[by]), formatNumber(slopes[by]), Math.abs(backprop[by] - slopes[by]) > 1e-6 ? '≠' : '=']))
    const { cost, slopes: [slope = NaN] } = costOf(state, quantitiesOf(state))
    expect(await page.locator(section).textContent()).toContain(en.cost.slopeThere(formatNumber(cost), formatNumber(slope)))
  })

  it('a dragged output moves one bar, its number and the mean, and the link holds it', async () => {
    const page = await open()
    const disc = page.locator('circle.handle').nth(2)
    await disc.scrollIntoViewIfNeeded()
    const box = (await disc.boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 30, { steps: 4 })
    await page.mouse.up()
    const output = Number(await page.getByRole('spinbutton', { name: en.cost.outputOf(3) }).getAttribute('aria-valuenow'))
    expect(output).toBeGreaterThan(0.7)
    const [before, after] = [initialState.outputs, initialState.outputs.with(2, output)].map((outputs) => costsOfSamples({ ...initialState, outputs }))
    expect(await page.locator('.sample-cost').nth(2).textContent()).toBe(after!.each[2]!.toFixed(3))
    expect(await page.locator(section).textContent()).toContain(en.cost.oneMoved(3, formatNumber(after!.each[2]! - before!.each[2]!), formatNumber(after!.mean - before!.mean)))
    await page.waitForFunction((said) => location.hash.includes(said), `outs=0.9,0.75,${output},`)
  })

  it('by keyboard: a target steps, an output is supposed, and what the network says comes back', async () => {
    const page = await open()
    await page.getByRole('spinbutton', { name: en.cost.targetOf(1) }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('.sample-cost').first().textContent()).toBe(costsOfSamples({ ...initialState, targets: initialState.targets.with(0, 0.95) }).each[0]!.toFixed(3))
    await page.getByRole('slider', { name: en.cost.suppose(1) }).focus()
    await page.keyboard.press('End')
    const said = quantitiesOf(initialState).get('a:3:1')!
    expect(await page.locator(section).textContent()).toContain(`the network says ${formatNumber(said)}`)
    await page.getByRole('button', { name: en.cost.asNetworkSays }).press('Enter')
    expect(await page.locator(section).textContent()).toContain(en.cost.asSaid(1, formatNumber(said)))
  })

  it('targets and cost of the network change its errors everywhere', async () => {
    const page = await open()
    await page.getByRole('combobox', { name: en.cost.ofNetwork }).selectOption('crossEntropy')
    await page.getByRole('spinbutton', { name: 'target 2' }).nth(0).fill('0.5')
    await page.keyboard.press('Enter')
    const state = { ...initialState, netCost: 'crossEntropy', y: [1, 0.5] } as const
    expect(await page.locator(section).textContent()).toContain(`C = ${formatNumber(costOf(state, quantitiesOf(state)).cost)}`)
    await page.waitForFunction(() => location.hash.includes('C=crossEntropy') && location.hash.includes('y=1,0.5'))
  })

  it('the kit names what is wrong with a cost that looks at other samples, and cannot see one that looks at w', async () => {
    const page = await open('#Cx=others')
    await page.getByRole('button', { name: en.cost.askKit }).click()
    await page.locator('.kit code').filter({ hasText: 'a sample depends on its neighbours' }).waitFor()
    await page.getByRole('radio', { name: en.cost.rules.weight }).check()
    await page.locator('.kit').filter({ hasText: en.cost.kitCannotSee }).waitFor()
    expect(page.url()).toContain('Cx=weight')
  })

  it.each([
    ['English, light', '#Cx=others', 'light', 1280],
    ['Chinese, dark, a phone', '#lang=zh&C=crossEntropy', 'dark', 360],
  ] as const)('axe finds nothing serious, and nothing is too wide: %s', async (_, hash, colorScheme, width) => {
    const page = await open(hash, { colorScheme, viewport: { width, height: 800 } })
    expect(await faultsOf(page, 'cost')).toEqual({ serious: [], tooWide: 0 })
  })
})

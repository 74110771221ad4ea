import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { quantitiesOf } from '../engine/quantities.js'
import { stepCount } from '../engine/stepCount.js'
import { formatNumber } from '../number/formatNumber.js'
import { proofsOf, productsOf, traceOf } from '../sections/equations/traceOf.js'
import { initialState, stateFromHash } from '../state/hash.js'
import { en } from '../words/en.js'
import { zh } from '../words/zh.js'
import { builtPage, faultsOf } from './builtPage.js'
import { chromiumPath } from './openPage.js'

const section = 'section[aria-labelledby=equations]'
const steps = stepCount(initialState.sizes.length)

/** The numbers in all that is drawn as a matrix, one matrix after another. */
const matrices = (page: Page) =>
  page.locator(`${section} .matrix`).evaluateAll((all) =>
    all.map((matrix) => [...matrix.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.querySelector('input')?.value ?? cell.textContent))),
  )
const drawn = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(formatNumber))
const transposed = (rows: readonly (readonly number[])[]) => (rows[0] ?? []).map((_, k) => rows.map((row) => row[k] ?? NaN))
const said = (page: Page) => page.locator(`${section} [role=status]`).textContent()

describe.skipIf(!existsSync(chromiumPath) && !process.env.CI)('the four equations in Chromium', () => {
  const { open } = builtPage()

  it.each(['', '&sizes=2,3,3,1&seed=7&f=tanh&x=1.5,-2&eta=2', '&C=crossEntropy&sizes=3,2'])('the numbers of every step are those of the trace: %s', async (hash) => {
    const { state } = stateFromHash(`#${hash}`)
    const { steps: traced } = traceOf(state, state.learningRate)
    const page = await open(`#form=matrix${hash}`)
    for (const [i, step] of traced.entries()) {
      if (i > 0) await page.getByRole('button', { name: en.equations.forward }).click()
      const shown = await matrices(page)
      const found = (rows: readonly (readonly number[])[]) => shown.some((one) => JSON.stringify(one) === JSON.stringify(drawn(rows)))
      expect(found(step.result.matrix), `${step.name} ${step.layer}`).toBe(true)
      for (const { kind, matrix } of step.operands) {
        if (kind === 'eta') expect(await page.locator(`${section} .operator`).allTextContents()).toContain(`− ${formatNumber(state.learningRate)} ·`)
        else expect(found(matrix) || found(transposed(matrix)), `${step.name} ${step.layer}, ${kind}`).toBe(true)
      }
      const symbols = await page.locator(`${section} .formula`).first().locator('[data-s]').evaluateAll((all) => all.map((symbol) => symbol.getAttribute('data-s')))
      const made = step.name.startsWith('update') ? `${step.result.kind}:${step.layer}` : `${step.result.kind}:${step.result.layer}`
      expect(symbols, step.name).toContain(made)
    }
    expect(await page.getByRole('button', { name: en.equations.forward }).isDisabled()).toBe(true)
  })

  it('in the form with Σ′ the matrices are those of (33) to (35)', async () => {
    const form = productsOf(initialState)
    const page = await open('#form=sigmaPrime&step=7')
    const shown = (await matrices(page)).map((one) => JSON.stringify(one))
    for (const { sigmaPrime } of form.layers) expect(shown).toContain(JSON.stringify(drawn(sigmaPrime)))
    expect(shown).toContain(JSON.stringify(form.nablaA.map((slope) => [formatNumber(slope)])))
    expect(shown).toContain(JSON.stringify(form.layers.at(-1)!.delta.map((error) => [formatNumber(error)])))
  })

  it('the picture is filled as far as the algorithm has come, with the numbers of the engine', async () => {
    const quantities = quantitiesOf(initialState)
    const half = (page: Page, address: string) => page.locator(`${section} .half-disc[data-s="${address}"] text`).textContent()
    const page = await open('#step=6')
    expect(await half(page, 'delta:3:1')).toBe(formatNumber(quantities.get('delta:3:1')!))
    expect(await half(page, 'a:2:4')).toBe(formatNumber(quantities.get('a:2:4')!))
    expect(await half(page, 'delta:2:1')).toBe('δ')
    expect(await page.locator(`${section} .edge-gradient`).count()).toBe(0)
    await page.getByRole('slider', { name: en.equations.step, exact: true }).fill('11')
    expect(await half(page, 'delta:2:1')).toBe(formatNumber(quantities.get('delta:2:1')!))
    const gradients = await page.locator(`${section} .edge-gradient`).evaluateAll((all) => all.map((one) => [one.getAttribute('data-s') ?? '', one.getAttribute('data-sign')] as const))
    expect(gradients).toHaveLength(20)
    for (const [address, sign] of gradients) expect(sign, address).toBe(quantities.get(address)! < 0 ? 'negative' : 'positive')
    await page.locator(`${section} .numbers-line [data-s^=nablaW]`).hover()
    expect(await page.locator(`${section} .gradient-number`).textContent()).toBe(formatNumber(quantities.get('nablaW:3:1:1')!))
  })

  it('by keyboard alone: to the last step and back, each said in one sentence, and the address holds where it is', async () => {
    const page = await open()
    const traced = traceOf(initialState, initialState.learningRate).steps
    for (let tabs = 0; tabs < 120 && !(await page.evaluate(() => document.activeElement?.matches('.step-bar input'))); tabs++) await page.keyboard.press('Tab')
    const sentences: (string | null)[] = [await said(page)]
    for (let i = 1; i < steps; i++) {
      await page.keyboard.press('ArrowRight')
      sentences.push(await said(page))
      expect(sentences[i]).toContain(en.equations.what[traced[i]!.name](traced[i]!.layer))
    }
    expect(new Set(sentences).size).toBe(steps)
    await page.waitForFunction((last) => location.hash.includes(`step=${last}`), steps)
    for (let i = steps - 1; i > 0; i--) {
      await page.keyboard.press('ArrowLeft')
      expect(await said(page)).toBe(sentences[i - 1])
    }
    await page.keyboard.press('End')
    expect(await said(page)).toBe(sentences.at(-1))
    await page.keyboard.press('Home')
    expect(await said(page)).toBe(sentences[0])
  })

  it('a link with a step shows that step, and one past the end the last', async () => {
    const page = await open('#sizes=2,2,2,1&step=9&form=sigmaPrime&at=delta:3')
    expect(await page.locator(`${section} .step-told h3`).textContent()).toBe(`${en.equations.ofLayer(en.equations.names.backpropagate, 3)} (34), (35)`)
    const last = await open('#step=99')
    expect(await last.locator('.step-number').textContent()).toBe(`${steps}/${steps}`)
  })

  it('every symbol of BP2 lights where it lives, in all three forms', async () => {
    const page = await open('#step=6')
    await page.getByRole('button', { name: en.equations.forward }).click()
    const lit = (selector: string) => page.locator(`${section} ${selector}`).first().getAttribute('data-lit')
    for (const view of ['.half-disc', '.formula', '.numbers-line']) expect(await lit(`${view}[data-s="delta:2:1"], ${section} ${view} [data-s="delta:2:1"]`), view).toBe('self')
    expect(await lit('.edge[data-s="w:3:2:1"]')).toBe('source')
    expect(await lit('.half-disc[data-s="delta:3:2"]')).toBe('source')
    expect(await lit('.edge[data-s="w:3:2:2"]')).toBeNull()
    await page.getByRole('button', { name: en.equations.forms.matrix }).click()
    expect(await lit('.edge[data-s="w:3:2:2"]')).toBe('source')
    expect(await lit('.matrix td[data-s="w:3:2:2"]')).toBe('source')
    await page.getByRole('button', { name: en.equations.forms.sigmaPrime }).click()
    expect(await lit('.matrix td[data-s="z:2:3"]')).toBe('source')
    await page.goBack()
    expect(await page.getByRole('button', { name: en.equations.forms.matrix }).getAttribute('aria-pressed')).toBe('true')
  })

  it('signs that were guessed are quoted and counted, and other numbers are other questions', async () => {
    const errors = quantitiesOf(initialState)
    const page = await open('#step=5')
    for (const [j, name] of [[1, en.equations.signs.negative], [2, en.equations.signs.negative]] as const) {
      await page.getByRole('group', { name: en.quantity.delta(3, String(j)), exact: true }).getByRole('button', { name }).click()
    }
    expect(await page.locator(`${section} .half-disc[data-s="delta:3:1"] text`).textContent()).toBe('δ')
    await page.getByRole('button', { name: en.equations.forward }).click()
    const [first, second] = await page.locator(`${section} li.sign-bet`).allTextContents()
    expect(first).toContain(en.equations.guessed('−', formatNumber(errors.get('delta:3:1')!), errors.get('delta:3:1')! < 0))
    expect(second).toContain(en.equations.guessed('−', formatNumber(errors.get('delta:3:2')!), errors.get('delta:3:2')! < 0))
    expect(await page.locator(section).textContent()).toContain(en.equations.score(1, 2))
    await page.getByRole('spinbutton', { name: en.quantity.y(3, '1') }).first().fill('0.2')
    await page.keyboard.press('Enter')
    expect(await page.locator(`${section} li.sign-bet`).count()).toBe(0)
  })

  it('each equation is proven when asked, with both sides in numbers; BP3 and BP4 are put in order by the reader', async () => {
    const proofs = proofsOf(initialState)
    for (const [step, of] of [[6, 'BP1'], [7, 'BP2']] as const) {
      const page = await open(`#step=${step}`)
      await page.getByRole('button', { name: en.equations.why(of) }).click()
      const proof = proofs.find((one) => one.of === of)!
      const lines = await page.locator(`${section} .proof-line`).allTextContents()
      expect(lines).toHaveLength(proof.steps.length)
      proof.steps.forEach(({ because, left, right, difference }, i) => {
        expect(lines[i]).toContain(because)
        expect(lines[i]).toContain(en.equations.sides(formatNumber(left[0]!), formatNumber(right[0]!), formatNumber(difference)))
      })
    }
    const page = await open('#step=9&at=nablaW:2:1:1')
    const { because } = en.equations
    const reason = (i: number) => page.locator(`${section} .proof-reasons`).getByRole('button', { name: because.BP4[i] ?? '', exact: true })
    await page.getByRole('button', { name: en.equations.why('BP4') }).click()
    expect(await page.locator(`${section} .proof-line`).count()).toBe(0)
    await reason(2).click()
    expect(await page.locator(`${section} .proof-line`).count()).toBe(0)
    expect(await said(page)).toBe(en.equations.wrongReason)
    for (const i of [0, 1, 2]) await reason(i).click()
    expect(await page.locator(`${section} .proof-line`).count()).toBe(3)
    expect(await page.locator(section).textContent()).toContain(en.equations.proven('BP4'))
  })

  it('plays when asked, and any key ends it', async () => {
    const page = await open()
    await page.getByRole('button', { name: en.equations.play }).click()
    await page.waitForFunction(() => document.querySelector('.step-number')?.textContent?.startsWith('3/'))
    await page.keyboard.press('Shift')
    const held = await page.locator('.step-number').textContent()
    await page.waitForTimeout(1500)
    expect(await page.locator('.step-number').textContent()).toBe(held)
    await page.getByRole('button', { name: en.equations.play }).click()
    await page.getByRole('button', { name: en.equations.pause }).click()
    expect(await page.getByRole('button', { name: en.equations.play }).count()).toBe(1)
  })

  it('makes the update, and the cost falls as the trace says', async () => {
    const page = await open(`#step=${steps}`)
    const costs = [traceOf(initialState, 0.5).cost]
    await page.getByRole('button', { name: en.equations.takeStep }).click()
    const { state } = stateFromHash(new URL(page.url()).hash)
    costs.push(traceOf(state, 0.5).cost)
    expect(costs[1]).toBeLessThan(costs[0]!)
    expect(await page.locator('.take-step').textContent()).toContain(en.equations.costFell(formatNumber(costs[0]!), formatNumber(costs[1]!)))
    await page.goBack()
    expect(page.url()).not.toContain('set=')
  })

  it('walks the lines of BP2 forward and back', async () => {
    const page = await open('#step=7')
    expect(await page.locator('.walk-arrow.back').count()).toBe(2)
    await page.getByRole('button', { name: en.equations.seeForward }).click()
    expect(await page.locator('.step-number').textContent()).toBe(`4/${steps}`)
    expect(await page.locator('.walk-arrow:not(.back)').count()).toBe(4)
    await page.getByRole('button', { name: en.equations.seeBackward }).click()
    expect(await page.locator('.step-number').textContent()).toBe(`7/${steps}`)
  })

  it('says the same in Chinese', async () => {
    const page = await open('#lang=zh&step=7')
    expect(await page.locator('#equations').textContent()).toBe(zh.equations.heading)
    expect(await said(page)).toContain(zh.equations.what.backpropagate(2))
    await page.getByRole('button', { name: zh.equations.why('BP2') }).click()
    expect(await page.locator(`${section} .proof-line`).allTextContents()).toHaveLength(zh.equations.because.BP2.length)
  })

  it.each([
    ['light, one neuron', '#step=7', 'light', 1280],
    ['light, what comes in', '#step=4&at=z:3:1', 'light', 1280],
    ['dark, the gradient', '#step=11&at=nablaW:3:1:1', 'dark', 1280],
    ['dark, matrices, Chinese', '#lang=zh&step=9&form=matrix', 'dark', 1280],
    ['dark, Σ′, a phone', '#step=7&form=sigmaPrime', 'dark', 360],
    ['light, a large network, a phone', '#sizes=8,8,8,8,8,8&step=30&form=matrix', 'light', 360],
  ] as const)('axe finds nothing serious, and nothing is wider than the page: %s', async (_, hash, colorScheme, width) => {
    const page = await open(hash, { colorScheme, viewport: { width, height: 800 } })
    const why = page.locator(`${section} .proof-place > button`)
    if (await why.count()) await why.click()
    expect(await faultsOf(page, 'equations')).toEqual({ serious: [], tooWide: 0 })
  })
})

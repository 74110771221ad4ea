import { expect, it } from 'vitest'
import { compare } from './comparison.js'
import { comparison } from './comparisonSettings.js'
import type { DesignNews } from './designMessages.js'

async function newsOf(formula: string): Promise<DesignNews[]> {
  const all: DesignNews[] = []
  for await (const news of compare({ formula, seed: 208 })) all.push(news)
  return all
}

const costs = (news: readonly DesignNews[]) => news.flatMap((one) => (one.type === 'epoch' ? [[one.sigmoid.cost, one.own.cost] as const] : []))

it('checks, tells of every epoch of both, and ends', async () => {
  const news = await newsOf('z/(1 + abs(z))')
  expect(news[0]).toEqual({ type: 'checked', findings: [], kinks: [] })
  expect(costs(news)).toHaveLength(comparison.epochs)
  expect(news.at(-1)).toEqual({ type: 'ended' })
})

it('a sigmoid that was typed learns as the sigmoid does', async () => {
  for (const [sigmoid, own] of costs(await newsOf('sigmoid(z)'))) expect(own).toBeCloseTo(sigmoid, 5)
})

it('one that hardly saturates is far ahead after the same epochs', async () => {
  const [sigmoid, own] = costs(await newsOf('max(0.1z, z)')).at(-1)!
  expect(own).toBeLessThan(sigmoid / 2)
})

it('says what the kit finds, where', async () => {
  const [checked] = await newsOf('step(z)')
  expect(checked).toMatchObject({ type: 'checked' })
  if (checked?.type === 'checked') expect(checked.findings.join()).toContain('σ jumps')
})

it('says when the numbers grow without end', async () => {
  expect((await newsOf('exp(z^2)')).at(-1)).toMatchObject({ type: 'diverged' })
})

it('a formula that is refused is an error of its own kind', async () => {
  await expect(newsOf('alert(1)')).rejects.toMatchObject({ name: 'FormulaError', problem: 'name' })
})

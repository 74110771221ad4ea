import { afterAll, expect, it } from 'vitest'
import { builtIns } from './builtIns.js'
import { limitOf } from './limits.js'
import { install, measure, plantImpure } from './measure.js'

const installed = install()
const all = builtIns(installed.folder)

afterAll(() => {
  installed.remove()
})

it('finds the built-ins of both packages by what they export', () => {
  const names = all.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['linear', 'sigmoid', 'softmax', 'quadratic', 'crossEntropy']))
  expect(names).not.toContain('defineActivation')
  expect(names).not.toContain('perNeuron')
})

it.each(all)('$name of $from imported alone is small and brings no other', async (builtIn) => {
  const measurements = await measure(installed, builtIn, all)
  expect(measurements.map(({ bundler }) => bundler)).toEqual(['esbuild', 'Rollup', 'webpack'])
  for (const { bundler, bytes, others } of measurements) {
    expect({ bundler, others }).toEqual({ bundler, others: [] })
    expect(bytes, `minified bytes in ${bundler}`).toBeGreaterThan(0)
    expect(bytes, `minified bytes in ${bundler}`).toBeLessThanOrEqual(limitOf(builtIn.name))
  }
})

it.each([
  ['softsign', 'linear'],
  ['huber', 'quadratic'],
])('sees an impure %s in the bundle of %s', async (impure, used) => {
  const find = (name: string) => all.find((builtIn) => builtIn.name === name)!
  const spoilt = install()
  try {
    plantImpure(spoilt, find(impure))
    for (const { bundler, others } of await measure(spoilt, find(used), all)) {
      expect({ bundler, others }).toEqual({ bundler, others: [impure] })
    }
  } finally {
    spoilt.remove()
  }
})

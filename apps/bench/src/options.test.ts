import { expect, it } from 'vitest'
import { readOptions } from './options.js'

it('measures everything seven times unless told otherwise', () => {
  expect(readOptions([], 'x')).toEqual({ command: 'peers', workloads: [], peers: [], repeats: 7, seconds: 0.2, out: 'x', check: false })
})

it('takes lists, and less of everything when it is to be quick', () => {
  const { workloads, peers, repeats, seconds } = readOptions(['--workloads', 'W1, W3', '--peers', 'wasm', '--quick', '--seconds', '0.25'], 'x')
  expect([workloads, peers, repeats, seconds]).toEqual([['W1', 'W3'], ['wasm'], 3, 0.25])
})

it('knows what there is to measure', () => {
  expect(readOptions(['chapter'], 'x').command).toBe('chapter')
  expect(() => readOptions(['chaptre'], 'x')).toThrow("There is no 'chaptre'. There are: peers, kernels, chapter, browsers.")
  expect(() => readOptions(['--repeats', 'many'], 'x')).toThrow("--repeats: expected a number above 0, got 'many'.")
})

import { expect, it } from 'vitest'
import { momentum } from '@nablajs/trainer'
import { optimizerOf } from './optimizerOf.js'
import { loadPlugins } from '../plugins.js'

const plugins = await loadPlugins([], '.')

it('puts penalties round the optimizer, and clipping round both', () => {
  expect(optimizerOf({}, plugins).name).toBe('adam')
  expect(optimizerOf({ optimizer: 'sgd', l2: 0.1, clipNorm: 1 }, plugins).name).toBe('clipped regularised sgd')
  expect(optimizerOf({ optimizer: 'sgd', maxNorm: 3, l1: 0.1 }, plugins).name).toBe('regularised sgd')
  expect(optimizerOf({ optimizer: 'sgd', clipValue: 3 }, plugins).name).toBe('clipped sgd')
})

it('gives an optimizer its number, and refuses that of another', () => {
  const [ours, theirs] = [optimizerOf({ optimizer: 'momentum', momentum: 0.5 }, plugins), momentum({ coefficient: 0.5 })]
  const after = [ours, theirs].map((optimizer) => {
    const [w, state] = [Float64Array.of(1, 2), [new Float64Array(2)]]
    for (const step of [1, 2]) optimizer.step(w, Float64Array.of(0.1, 0.2), state, { learningRate: 0.3, step, weightRanges: [[0, 2]] })
    return w
  })
  expect(after[0]).toEqual(after[1])
  expect(optimizerOf({ optimizer: 'nesterov', momentum: 0.5 }, plugins).name).toBe('nesterov')
  expect(optimizerOf({ optimizer: 'adamW', weightDecay: 0.5 }, plugins).name).toBe('adamW')
  expect(() => optimizerOf({ momentum: 0.5 }, plugins)).toThrow('--momentum: expected --optimizer momentum or nesterov, got adam')
  expect(() => optimizerOf({ weightDecay: 0.5 }, plugins)).toThrow('--weight-decay: expected --optimizer adamW, got adam')
})

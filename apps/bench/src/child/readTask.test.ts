import { expect, it } from 'vitest'
import { workloads } from '../workloads.js'
import { layersOf } from './layersOf.js'
import { readSettings, wordsOf } from './readTask.js'

it('says a workload in words that every language can cut at the equals sign', () => {
  expect(readSettings([...wordsOf(workloads[4]), 'adapter=file:///x?a=b'])).toEqual({
    id: 'W5',
    kind: 'train',
    sizes: '2,8,8,1',
    batch: '10',
    activation: 'tanh',
    eta: '0.03',
    resident: 'false',
    transposes: 'NN',
    adapter: 'file:///x?a=b',
  })
})

it('cuts a start into weights and biases, layer after layer', () => {
  const [first, second] = layersOf([2, 1, 3], Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9))
  expect([...first.w, ...first.b]).toEqual([1, 2, 3])
  expect([[...second.w], [...second.b], second.inputs, second.outputs]).toEqual([[4, 5, 6], [7, 8, 9], 1, 3])
})

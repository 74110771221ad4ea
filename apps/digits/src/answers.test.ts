import { linear } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { expect, it } from 'vitest'
import { answersOf } from './answers.js'

it('answers with the strongest output, over more samples than are read at a time', () => {
  const net = network([2, 2], { activation: linear })
  net.parameters.set([1, 0, 0, 1, 0, 0])
  const size = 1203
  const data = Uint8Array.from({ length: 2 * size }, (_, at) => (Math.floor(at / 2) % 3 === 0) === (at % 2 === 0) ? 200 : 100)
  const labels = new Uint8Array(size)
  const targets = { rows: 2, data: Uint8Array.from({ length: 2 * size }, (_, at) => (at % 2 === 0 ? 1 : 0)) }
  const answers = answersOf(net, { size, inputs: { rows: 2, data, scale: 0.01 }, targets, labels })
  expect(answers).toHaveLength(size)
  expect(answers.map(({ sample }) => sample)).toEqual([...labels.keys()])
  expect(answers.map(({ answer }) => answer)).toEqual([...labels.keys()].map((i) => (i % 3 === 0 ? 0 : 1)))
  expect(answers[0]?.excess).toBe(0)
  expect(answers[1202]?.excess).toBeCloseTo(1, 6)
})

it('takes inputs without a scale as they are', () => {
  const net = network([1, 1], { activation: linear })
  net.parameters.set([1, 0])
  const one = { rows: 1, data: Float32Array.of(0.5) }
  expect(answersOf(net, { size: 1, inputs: one, targets: one, labels: Uint8Array.of(0) })).toEqual([{ sample: 0, label: 0, answer: 0, excess: 0 }])
})

import { expect, it } from 'vitest'
import { tanh } from '@nablajs/activations'
import { quadratic } from '@nablajs/costs'
import { network } from '@nablajs/backprop'
import { adam } from './adam.js'
import { adamW } from './adamW.js'
import { nesterov } from './nesterov.js'
import { reduceOnPlateau } from './schedules/reduceOnPlateau.js'
import { warmUp } from './schedules/warmUp.js'
import type { StepReport, TrainOptions } from './trainOptions.js'
import { train, type Training } from './train.js'

const samples = {
  size: 5,
  inputs: { rows: 2, data: Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1, 0.5, -1) },
  targets: { rows: 1, data: Float64Array.of(0, 1, 1, 0, 0.5) },
}
const EPOCHS = 6
const STEPS_PER_EPOCH = 3
const allOf = async (training: Training) => {
  for await (const _ of training);
}
const plateau = () => warmUp(reduceOnPlateau({ from: 0.5, patience: 0, threshold: 0.9 }), 4)

it.each<[string, () => Pick<TrainOptions, 'optimizer' | 'learningRate'>]>([
  ['adam', () => ({ optimizer: adam(), learningRate: 0.1 })],
  ['adamW', () => ({ optimizer: adamW(), learningRate: 0.1 })],
  ['a schedule that remembers', () => ({ optimizer: nesterov(), learningRate: plateau() })],
])('goes on from any step to the same bits as if it had not stopped: %s', async (_, newOptions) => {
  const newNet = (seed: number) => network([2, 4, 1], { activation: tanh, dtype: 'float64', seed })
  const options = () => ({ cost: quadratic, epochs: EPOCHS, batchSize: 2, ...newOptions() })
  const whole = newNet(3)
  const expected: StepReport[] = []
  await allOf(train(whole, samples, { ...options(), onStep: (report) => expected.push(report) }))
  for (let stop = 1; stop < EPOCHS * STEPS_PER_EPOCH; stop++) {
    const controller = new AbortController()
    const first = train(newNet(3), samples, { ...options(), signal: controller.signal, onStep: ({ step }) => step === stop && controller.abort('enough') })
    await expect(allOf(first)).rejects.toBe('enough')
    const second = newNet(99)
    const rest: StepReport[] = []
    // As JSON: a state is plain numbers.
    const schedule = JSON.parse(JSON.stringify(first.state().schedule)) as number[]
    await allOf(train(second, samples, { ...options(), resume: { ...first.state(), schedule }, onStep: (report) => rest.push(report) }))
    expect(rest).toEqual(expected.slice(stop))
    expect(second.parameters).toEqual(whole.parameters)
  }
})

it('lowers the rate along the way of that schedule', async () => {
  const rates: number[] = []
  const net = network([2, 4, 1], { activation: tanh, dtype: 'float64', seed: 3 })
  const options = { cost: quadratic, epochs: EPOCHS, batchSize: 2, learningRate: plateau(), onStep: ({ learningRate }: StepReport) => rates.push(learningRate) }
  await allOf(train(net, samples, options))
  expect(rates.slice(0, 3)).toEqual([0.125, 0.25, 0.375])
  expect(Math.min(...rates)).toBeLessThan(0.01)
})

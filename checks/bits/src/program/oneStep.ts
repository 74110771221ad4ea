import { sigmoid } from '@nablajs/activations'
import { network, type Network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { fromColumns, random, type Backend, type Matrix } from '@nablajs/linalg'
import { updateMiniBatch } from '@nablajs/trainer'

/** A minibatch of ten for `oneStep`: inputs between 0 and 1, a class each. */
export function tenSamples(): { X: Matrix; Y: Matrix } {
  const draws = random(1)
  const columns = (rows: number, number: (row: number, column: number) => number) =>
    fromColumns(Array.from({ length: 10 }, (_, i) => Array.from({ length: rows }, (_, j) => number(j, i))))
  return { X: columns(784, () => draws.uniform()), Y: columns(10, (j, i) => (i === j ? 1 : 0)) }
}

/** A network [784, 30, 10] with room for the default minibatch, after one step on ten samples. */
export function oneStep(backend: Backend, seed: number, { X, Y }: { X: Matrix; Y: Matrix }): Network {
  const net = network([784, 30, 10], { activation: sigmoid, seed, backend })
  updateMiniBatch(net, X, Y, { cost: quadratic, learningRate: 1 })
  return net
}

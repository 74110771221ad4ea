import { sigmoid } from '@nablajs/activations'
import { backprop, bp3, bp4, errors, feedforward, forward, network, type Network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { random, zeros, type Backend, type Matrix } from '@nablajs/linalg'
import { updateMiniBatch } from '@nablajs/trainer'
import { inTurn, type Times } from './inTurn.js'

/** A network of 1,000,000 weights. */
export const MILLION = [784, 1000, 216]
/** Formula (46) takes a forward pass for each weight; so many stand for all of them. */
export const SAMPLED = 50

const draws = random(1)

function filled(rows: number, cols: number, backend: Backend): Matrix {
  const matrix = zeros(rows, cols, { backend })
  for (let i = 0; i < matrix.data.length; i++) matrix.data[i] = draws.uniform()
  return matrix
}

/** A step sample by sample, adding up gradients as the book's first program does, beside the same minibatch as one matrix. */
export function loopedBesideFull(sizes: number[], batch: number, backend: Backend, rounds: number, seconds: number): Times {
  const net = network(sizes, { activation: sigmoid, backend, maxBatch: batch })
  const [X, Y] = [filled(sizes[0], batch, backend), filled(sizes[sizes.length - 1], batch, backend)]
  const samples = Array.from({ length: batch }, (_, i) => ({ x: X.columns(i, i + 1), y: Y.columns(i, i + 1) }))
  const out = backprop(net, quadratic, samples[0].x, samples[0].y)
  const sum = new Float32Array(net.parameters.length)
  const learningRate = 0.1
  const looped = () => {
    sum.fill(0)
    for (const { x, y } of samples) {
      const { flat } = backprop(net, quadratic, x, y, { out })
      for (let i = 0; i < sum.length; i++) sum[i] += flat[i]
    }
    for (let i = 0; i < sum.length; i++) net.parameters[i] -= (learningRate / batch) * sum[i]
  }
  const full = () => updateMiniBatch(net, X, Y, { cost: quadratic, learningRate })
  return inTurn(looped, full, rounds, seconds)
}

/** The whole of backpropagation beside its way forward alone, on a minibatch that lies in the network's arena. */
export function wholeBesideForward(sizes: number[], batch: number, backend: Backend, rounds: number, seconds: number): Times {
  const net = network(sizes, { activation: sigmoid, backend, maxBatch: batch })
  const arena = net.batch(batch)
  arena.a[1].data.set(filled(sizes[0], batch, backend).data)
  const whole = () => {
    errors(net, quadratic, arena)
    for (let l = 2; l <= net.L; l++) {
      bp3(arena.delta[l], net.gradient.b[l])
      bp4(arena.a[l - 1], arena.delta[l], net.gradient.w[l])
    }
  }
  return inTurn(whole, () => forward(net, arena), rounds, seconds)
}

/** Formula (46) for some weights of a million, one sample, beside backpropagation for all of them. Seconds of `one` are of one weight. */
export function differencesBesideBackprop(backend: Backend, rounds: number, seconds: number): Times {
  const net = network(MILLION, { activation: sigmoid, backend, maxBatch: 1 })
  const [x, y] = [filled(MILLION[0], 1, backend), filled(MILLION[2], 1, backend)]
  const output = feedforward(net, x)
  const out = backprop(net, quadratic, x, y)
  const epsilon = 1e-3
  const before = costOf(net, x, y, output)
  const estimates = new Float64Array(SAMPLED)
  const stride = Math.floor(net.parameters.length / SAMPLED)
  const differences = () => {
    for (let i = 0; i < SAMPLED; i++) {
      const weight = net.parameters[i * stride]
      net.parameters[i * stride] = weight + epsilon
      estimates[i] = (costOf(net, x, y, output) - before) / epsilon
      net.parameters[i * stride] = weight
    }
  }
  const times = inTurn(differences, () => void backprop(net, quadratic, x, y, { out }), rounds, seconds)
  return { one: times.one.map((time) => time / SAMPLED), other: times.other }
}

function costOf(net: Network, x: Matrix, y: Matrix, output: Matrix): number {
  return quadratic.value(feedforward(net, x, output).data, y.data)
}

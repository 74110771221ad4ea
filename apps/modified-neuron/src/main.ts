// The exercise of chapter 2: a single neuron has f(Σ_k w_k x_k + b), with f other than σ. What changes in backpropagation?
import { linear, perNeuron, sigmoid, xor } from 'nabla'
import { bump } from './bump.js'
import { compare } from './compare.js'
import { oneSample } from './oneSample.js'
import { signAndSine } from './signAndSine.js'

const seeds = [1, 2, 3, 4, 5]

console.log(`What changes in the algorithm: one sample through [3, 4, 2], σ = sigmoid everywhere but at one neuron.

Hidden neuron 1 has f(z) = 1/(1 + z²). The forward pass has f there and BP2 has f′; every other term stays as it is.

${await oneSample({ layer: 2, neuron: 1, f: bump })}

Output neuron 1 has f(z) = z. The forward pass has f there and BP1 has f′; every other term stays as it is.

${await oneSample({ layer: 3, neuron: 1, f: linear })}
`)

console.log(`What it is good for: the same training with σ and with f at that neuron, from five starts.

Exclusive or by [2, 3, 1], η = 3. Hidden neuron 0 has f(z) = 1/(1 + z²), which answers to a band as exclusive or does.

${await compare({
  f: bump,
  layersWith: (f) => [2, { neurons: 3, activation: perNeuron(sigmoid, { 0: f }) }, { neurons: 1, activation: sigmoid }],
  samples: xor(),
  epochs: 1000,
  batchSize: 4,
  learningRate: 3,
  seeds,
  shown: [1, 50, 100, 200, 500, 1000],
})}

Is x > 0, and what is sin x, by [1, 6, 2], η = 0.3. Output neuron 1 has f(z) = z: no sigmoid gives an answer below 0.

${await compare({
  f: linear,
  layersWith: (f) => [1, { neurons: 6, activation: sigmoid }, { neurons: 2, activation: perNeuron(sigmoid, { 1: f }) }],
  samples: signAndSine(),
  epochs: 500,
  batchSize: 4,
  learningRate: 0.3,
  seeds,
  shown: [1, 50, 100, 200, 500],
})}`)

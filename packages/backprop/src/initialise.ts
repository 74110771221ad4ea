import type { Matrix, Random } from '@nablajs/linalg'

/**
 * Gives a layer its starting weights and biases.
 *
 * Shapes: l runs 2 … L; w: n_l × n_(l−1), b: n_l × 1, both overwritten; `sizes[l − 1]` is n_l.
 */
export type Initialiser = (l: number, sizes: readonly number[], random: Random, w: Matrix, b: Matrix) => void

/**
 * The book's start: every weight and bias a draw from the standard normal distribution.
 *
 * Shapes: as in `Initialiser`. Source: chapter 1, the class Network.
 */
export const standardNormal: Initialiser = (_l, _sizes, random, w, b) => {
  drawNormal(w, random, 1)
  drawNormal(b, random, 1)
}

/**
 * Weights of standard deviation 1/√n_in, so that a sum over the inputs does not saturate the neuron; biases standard normal.
 *
 * Shapes: as in `Initialiser`; n_in is n_(l−1). Source: chapter 3, weight initialisation.
 */
export const scaledNormal: Initialiser = (_l, _sizes, random, w, b) => {
  drawNormal(w, random, 1 / Math.sqrt(w.cols))
  drawNormal(b, random, 1)
}

/**
 * Weights of variance 2/(n_in + n_out), biases 0.
 *
 * Shapes: as in `Initialiser`. Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural
 * networks (2010), for tanh and its like.
 */
export const xavier: Initialiser = (_l, _sizes, random, w, b) => {
  drawNormal(w, random, Math.sqrt(2 / (w.cols + w.rows)))
  b.data.fill(0)
}

/**
 * Weights of variance 2/n_in, biases 0.
 *
 * Shapes: as in `Initialiser`. Source: He et al., Delving deep into rectifiers (2015), for relu and its like.
 */
export const he: Initialiser = (_l, _sizes, random, w, b) => {
  drawNormal(w, random, Math.sqrt(2 / w.cols))
  b.data.fill(0)
}

function drawNormal({ data }: Matrix, random: Random, deviation: number): void {
  for (let i = 0; i < data.length; i++) data[i] = deviation * random.normal()
}

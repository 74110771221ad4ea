/** What a bench trains: sizes, minibatch, learning rate; sigmoid and quadratic cost. */
export interface Workload {
  readonly sizes: readonly number[]
  readonly batch: number
  readonly eta: number
}

/** Starting weights as plain arrays, row after row: w[l][j · n_in + k]. */
export interface Start {
  readonly w: readonly Float32Array[]
  readonly b: readonly Float32Array[]
}

const sigma = (z: number) => 1 / (1 + Math.exp(-z))

/**
 * The chapter's algorithm as anyone would write it by hand: loops over samples, neurons and weights on Float32Array. The
 * yardstick that the reference backend is measured against. Returns a function that trains on one minibatch.
 */
export function plainJavaScript({ sizes, batch, eta }: Workload, { w, b }: Start, x: Float32Array, y: Float32Array): (first: number) => void {
  const layers = w.length
  const a = sizes.map((n) => new Float32Array(n))
  const delta = sizes.map((n) => new Float32Array(n))
  const nablaW = w.map((weights) => new Float32Array(weights.length))
  const nablaB = b.map((biases) => new Float32Array(biases.length))

  function forward(sample: number): void {
    a[0].set(x.subarray(sample * sizes[0], (sample + 1) * sizes[0]))
    for (let l = 0; l < layers; l++) {
      const weights = w[l]
      const from = a[l]
      const to = a[l + 1]
      const inputs = from.length
      for (let j = 0; j < to.length; j++) {
        let z = b[l][j]
        for (let k = 0; k < inputs; k++) z += weights[j * inputs + k] * from[k]
        to[j] = sigma(z)
      }
    }
  }

  function backward(sample: number): void {
    const outputs = sizes[layers]
    for (let j = 0; j < outputs; j++) {
      const aj = a[layers][j]
      delta[layers][j] = (aj - y[sample * outputs + j]) * aj * (1 - aj)
    }
    for (let l = layers - 1; l >= 0; l--) {
      const weights = w[l]
      const from = a[l]
      const d = delta[l + 1]
      const gradient = nablaW[l]
      const inputs = from.length
      for (let j = 0; j < d.length; j++) {
        nablaB[l][j] += d[j]
        for (let k = 0; k < inputs; k++) gradient[j * inputs + k] += d[j] * from[k]
      }
      if (l === 0) return
      const below = delta[l].fill(0)
      for (let j = 0; j < d.length; j++) for (let k = 0; k < inputs; k++) below[k] += weights[j * inputs + k] * d[j]
      for (let k = 0; k < inputs; k++) below[k] *= from[k] * (1 - from[k])
    }
  }

  return (first) => {
    for (let l = 0; l < layers; l++) {
      nablaW[l].fill(0)
      nablaB[l].fill(0)
    }
    for (let i = first; i < first + batch; i++) {
      forward(i)
      backward(i)
    }
    for (let l = 0; l < layers; l++) {
      for (let i = 0; i < w[l].length; i++) w[l][i] -= (eta / batch) * nablaW[l][i]
      for (let i = 0; i < b[l].length; i++) b[l][i] -= (eta / batch) * nablaB[l][i]
    }
  }
}

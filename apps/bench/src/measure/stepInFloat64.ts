import type { Task } from '../child/session.js'
import { sigmas } from '../child/sigma.js'

/**
 * One step of descent on the first minibatch in float64, sample by sample, sharing no code with any competitor. Returns the
 * parameters after it: w², b², w³, …, each w row after row.
 */
export function stepInFloat64({ sizes, batch, eta, activation, x, y, layers }: Task): Float64Array {
  const { f, fPrime } = sigmas[activation]
  const gradients = layers.map(({ w, b }) => ({ w: new Float64Array(w.length), b: new Float64Array(b.length) }))
  for (let sample = 0; sample < batch; sample++) {
    const a = [Float64Array.from(x.subarray(sample * sizes[0], (sample + 1) * sizes[0]))]
    for (const { w, b, inputs } of layers) {
      const from = a[a.length - 1]
      a.push(Float64Array.from(b, (bias, j) => f(from.reduce((z, ak, k) => z + w[j * inputs + k] * ak, bias))))
    }
    const outputs = a[layers.length]
    let delta = outputs.map((aj, j) => (aj - y[sample * outputs.length + j]) * fPrime(aj))
    for (let l = layers.length - 1; l >= 0; l--) {
      const { w, inputs } = layers[l]
      const from = a[l]
      delta.forEach((d, j) => {
        gradients[l].b[j] += d / batch
        for (let k = 0; k < inputs; k++) gradients[l].w[j * inputs + k] += (d * from[k]) / batch
      })
      const above = delta
      delta = from.map((ak, k) => above.reduce((sum, d, j) => sum + w[j * inputs + k] * d, 0) * fPrime(ak))
    }
  }
  const parts = layers.flatMap(({ w, b }, l) => [
    ...Array.from(w, (weight, i) => weight - eta * gradients[l].w[i]),
    ...Array.from(b, (bias, i) => bias - eta * gradients[l].b[i]),
  ])
  return Float64Array.from(parts)
}

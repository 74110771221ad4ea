// The chapter's algorithm as anyone would write it by hand: loops over samples, neurons and weights on Float32Array.
import { flatten } from './flatten.js'
import type { Session, Task } from './session.js'
import { sigmas } from './sigma.js'

export const version = 'plain loops'

export function open({ kind, sizes, batch, eta, activation, count, x, y, layers, training, test }: Task): Session {
  const { f, fPrime } = sigmas[activation]
  const last = layers.length
  const a = sizes.map((n) => new Float32Array(n))
  const delta = sizes.map((n) => new Float32Array(n))
  const nablaW = layers.map(({ w }) => new Float32Array(w.length))
  const nablaB = layers.map(({ b }) => new Float32Array(b.length))
  const target = new Float32Array(sizes[last])

  function forward(): void {
    for (let l = 0; l < last; l++) {
      const { w, b } = layers[l]
      const from = a[l]
      const to = a[l + 1]
      const inputs = from.length
      for (let j = 0; j < to.length; j++) {
        let z = b[j]
        for (let k = 0; k < inputs; k++) z += w[j * inputs + k] * from[k]
        to[j] = f(z)
      }
    }
  }

  function backward(): void {
    for (let j = 0; j < target.length; j++) delta[last][j] = (a[last][j] - target[j]) * fPrime(a[last][j])
    for (let l = last - 1; l >= 0; l--) {
      const { w } = layers[l]
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
      for (let j = 0; j < d.length; j++) for (let k = 0; k < inputs; k++) below[k] += w[j * inputs + k] * d[j]
      for (let k = 0; k < inputs; k++) below[k] *= fPrime(from[k])
    }
  }

  function descend(): void {
    const rate = eta / batch
    for (let l = 0; l < last; l++) {
      const { w, b } = layers[l]
      for (let i = 0; i < w.length; i++) w[i] -= rate * nablaW[l][i]
      for (let i = 0; i < b.length; i++) b[i] -= rate * nablaB[l][i]
      nablaW[l].fill(0)
      nablaB[l].fill(0)
    }
  }

  const take = (i: number) => {
    a[0].set(x.subarray(i * sizes[0], (i + 1) * sizes[0]))
    target.set(y.subarray(i * target.length, (i + 1) * target.length))
  }
  const takeBytes = (images: Uint8Array, i: number) => {
    const from = i * sizes[0]
    for (let k = 0; k < sizes[0]; k++) a[0][k] = images[from + k] / 255
  }

  let at = 0
  const following = () => {
    const i = at
    at = (at + 1) % (count - (count % batch))
    return i
  }

  function train(n: number): void {
    for (let i = 1; i <= n; i++) {
      take(following())
      forward()
      backward()
      if (i % batch === 0) descend()
    }
  }

  function predict(n: number): void {
    for (let i = 0; i < n; i++) {
      take(following())
      forward()
    }
  }

  let right = 0
  const order = Uint32Array.from(training.labels, (_, i) => i)
  function epochs(n: number): void {
    for (let done = 0; done < n; done += order.length) {
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(Math.random() * (i + 1))
        const swapped = order[i]
        order[i] = order[j]
        order[j] = swapped
      }
      for (let i = 0; i < order.length; i++) {
        takeBytes(training.images, order[i])
        target.fill(0)[training.labels[order[i]]] = 1
        forward()
        backward()
        if ((i + 1) % batch === 0) descend()
      }
      right = 0
      for (let i = 0; i < test.labels.length; i++) {
        takeBytes(test.images, i)
        forward()
        if (a[last].indexOf(Math.max(...a[last])) === test.labels[i]) right++
      }
    }
  }

  return {
    granularity: kind === 'epochs' ? order.length : batch,
    run: kind === 'train' ? train : kind === 'epochs' ? epochs : predict,
    outputs: (n) => {
      const all = new Float32Array(n * target.length)
      for (let i = 0; i < n; i++) {
        take(i)
        forward()
        all.set(a[last], i * target.length)
      }
      return all
    },
    parameters: () => flatten(layers.flatMap(({ w, b }) => [w, b])),
    correct: () => right,
    note: 'one sample at a time',
  }
}

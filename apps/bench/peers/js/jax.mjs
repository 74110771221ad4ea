// jax-js: jit and grad on its wasm device.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, dirname } from 'node:path'
import * as jax from '@jax-js/jax'

await jax.init('wasm')
jax.defaultDevice('wasm')
const { numpy: np, nn, grad, jit, blockUntilReady } = jax

const entry = createRequire(import.meta.url).resolve('@jax-js/jax')
export const version = JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8')).version

export function open({ kind, sizes, batch, eta, activation, count, x, y, layers }) {
  const [inputs, outputs] = [sizes[0], sizes.at(-1)]
  const sigma = activation === 'tanh' ? np.tanh : nn.sigmoid
  const forward = (parameters, a) => parameters.reduce((from, [w, b]) => sigma(np.dot(from, w).add(b)), a)
  const cost = (parameters, X, Y) => np.square(forward(parameters, X).sub(Y)).sum().mul(0.5 / batch)
  const step = jit((parameters, X, Y) => {
    const gradient = grad(cost)(parameters.map(([w, b]) => [w.ref, b.ref]), X, Y)
    return parameters.map(([w, b], l) => [w.sub(gradient[l][0].mul(eta)), b.sub(gradient[l][1].mul(eta))])
  })
  const predicted = jit(forward)
  let parameters = layers.map(({ w, b, inputs, outputs }) => [np.array(w).reshape([outputs, inputs]).transpose(), np.array(b)])
  const kept = () => parameters.map(([w, b]) => [w.ref, b.ref])
  const rows = (data, width, from, n) => np.array(data.slice(from * width, (from + n) * width)).reshape([n, width])
  const usable = count - (count % batch)
  let at = 0
  async function train(n) {
    for (let done = 0; done < n; done += batch) {
      parameters = step(parameters, rows(x, inputs, at, batch), rows(y, outputs, at, batch))
      at = (at + batch) % usable
    }
    await blockUntilReady(parameters)
  }
  function predict(n) {
    for (let done = 0; done < n; done += batch) {
      predicted(kept(), rows(x, inputs, at, batch)).dataSync()
      at = (at + batch) % usable
    }
  }
  return {
    run: kind === 'train' ? train : predict,
    outputs: (n) => predicted(kept(), rows(x, inputs, 0, n)).dataSync(),
    parameters() {
      const parts = kept().flatMap(([w, b]) => [w.transpose().flatten().dataSync(), b.dataSync()])
      const flat = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
      parts.reduce((at, part) => (flat.set(part, at), at + part.length), 0)
      return flat
    },
    note: 'wasm device, jit and grad',
  }
}

// TensorFlow.js: core operations and optimizer.minimize, which is faster than model.fit; batches are tensors made of subarrays.
export function sessionOf(tf, { kind, sizes, batch, eta, activation, count, x, y, layers, training, test }, note) {
  const [inputs, outputs] = [sizes[0], sizes.at(-1)]
  const sigma = activation === 'tanh' ? tf.tanh : tf.sigmoid
  const ws = layers.map(({ w, inputs, outputs }) => tf.variable(tf.tidy(() => tf.tensor2d(w, [outputs, inputs]).transpose())))
  const bs = layers.map(({ b }) => tf.variable(tf.tensor1d(b)))
  const forward = (a) => ws.reduce((from, w, l) => sigma(tf.add(tf.matMul(from, w), bs[l])), a)
  const rows = (data, width, from, n) => tf.tensor2d(data.subarray(from * width, (from + n) * width), [n, width])
  const optimizer = tf.train.sgd(eta)
  const step = (X, Y) => optimizer.minimize(() => tf.squaredDifference(forward(X), Y).sum().mul(0.5 / batch))
  const usable = count - (count % batch)
  let at = 0

  function train(n) {
    for (let done = 0; done < n; done += batch) {
      tf.tidy(() => void step(rows(x, inputs, at, batch), rows(y, outputs, at, batch)))
      at = (at + batch) % usable
    }
    ws[0].dataSync()
  }
  function predict(n) {
    for (let done = 0; done < n; done += batch) {
      tf.tidy(() => forward(rows(x, inputs, at, batch)).dataSync())
      at = (at + batch) % usable
    }
  }

  const order = Uint32Array.from(training.labels, (_, i) => i)
  const X = new Float32Array(batch * inputs)
  const Y = new Float32Array(batch * outputs)
  let right = 0
  const gather = (images, first, n, into, index) => {
    for (let i = 0; i < n; i++) {
      const from = (index ? index[first + i] : first + i) * inputs
      for (let k = 0; k < inputs; k++) into[i * inputs + k] = images[from + k] / 255
    }
    return into
  }
  function epochs(n) {
    for (let done = 0; done < n; done += order.length) {
      tf.util.shuffle(order)
      for (let first = 0; first < order.length; first += batch) {
        gather(training.images, first, batch, X, order)
        Y.fill(0)
        for (let i = 0; i < batch; i++) Y[i * outputs + training.labels[order[first + i]]] = 1
        tf.tidy(() => void step(rows(X, inputs, 0, batch), rows(Y, outputs, 0, batch)))
      }
      right = 0
      for (let first = 0; first < test.labels.length; first += 1000) {
        const digits = gather(test.images, first, 1000, new Float32Array(1000 * inputs))
        tf.tidy(() => forward(rows(digits, inputs, 0, 1000)).argMax(1).dataSync()).forEach((digit, i) => (right += digit === test.labels[first + i]))
      }
    }
  }

  return {
    granularity: kind === 'epochs' ? order.length : batch,
    run: kind === 'train' ? train : kind === 'epochs' ? epochs : predict,
    outputs: (n) => tf.tidy(() => forward(rows(x, inputs, 0, n)).dataSync()),
    parameters() {
      const parts = ws.flatMap((w, l) => [tf.tidy(() => w.transpose().dataSync()), bs[l].dataSync()])
      const flat = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
      parts.reduce((at, part) => (flat.set(part, at), at + part.length), 0)
      return flat
    },
    correct: () => right,
    note,
  }
}

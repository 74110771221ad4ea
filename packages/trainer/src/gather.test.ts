import { expect, it } from 'vitest'
import fc from 'fast-check'
import { linear } from '@nablajs/activations'
import { network, type Columns } from '@nablajs/backprop'
import { random, reference, type Backend } from '@nablajs/linalg'
import { gatherBatch, sourcesOf } from './gather.js'

it('puts the chosen samples side by side, times their scale', () => {
  const net = network([2, 1], { activation: linear })
  const sources = sourcesOf(net, {
    size: 3,
    inputs: { rows: 2, data: Uint8Array.of(10, 11, 20, 21, 30, 31), scale: 0.5 },
    targets: { rows: 1, data: Float32Array.of(1, 2, 3) },
    weights: { rows: 1, data: Uint8Array.of(70, 80, 90), scale: 0.5 },
  })
  const batch = net.batch(2)
  gatherBatch(sources, Uint32Array.of(0, 2, 1), 1, batch)
  expect(batch.a[1].toColumns()).toEqual([[15, 15.5], [10, 10.5]])
  expect(batch.y.toColumns()).toEqual([[3], [2]])
  expect(batch.omega.toColumns()).toEqual([[45], [40]])
})

it('leaves the weights of the arena alone where samples have none', () => {
  const net = network([1, 1], { activation: linear })
  const batch = net.batch(1)
  batch.omega.data[0] = 5
  gatherBatch(sourcesOf(net, { size: 1, inputs: { rows: 1, data: Uint8Array.of(1) }, targets: { rows: 1, data: Uint8Array.of(1) } }), Uint32Array.of(0), 0, batch)
  expect(batch.omega.data[0]).toBe(5)
})

/** The reference backend with a conversion of its own, which counts its calls. */
function converting() {
  const calls: number[] = []
  const backend: Backend = {
    ...reference,
    convert(from, scale, { buffer, offset, rows, cols }) {
      calls.push(scale)
      const factor = buffer instanceof Float32Array ? Math.fround(scale) : scale
      new Uint8Array(buffer.buffer, from, rows * cols).forEach((byte, at) => (buffer[offset + at] = byte * factor))
    },
  }
  return { backend, calls }
}

it.each(['float32', 'float64'] as const)('gives the same numbers by loop, by column and through staging, in %s', (dtype) => {
  const { backend, calls } = converting()
  fc.assert(
    fc.property(fc.constantFrom(1, 31, 127, 128, 200), fc.integer({ min: 1, max: 5 }), fc.constantFrom(1, 1 / 255), fc.nat(), (rows, m, scale, seed) => {
      const draws = random(seed)
      const order = Uint32Array.from({ length: m + 1 }, () => draws.integer(7))
      const bytes = Uint8Array.from({ length: rows * 7 }, () => draws.integer(256))
      const parts: Columns[] = [bytes, Float32Array.from(bytes), Float64Array.from(bytes)].map((data) => ({ rows, data, scale }))
      for (const inputs of parts) {
        for (const on of [reference, backend]) {
          const net = network([rows, rows], { activation: linear, dtype, backend: on, maxBatch: m })
          const batch = net.batch(m)
          gatherBatch(sourcesOf(net, { size: 7, inputs, targets: inputs }), order, 1, batch)
          const round = dtype === 'float32' ? Math.fround : (x: number) => x
          const chosen = Array.from({ length: m }, (_, i) => Array.from(bytes.subarray(order[i + 1] * rows, (order[i + 1] + 1) * rows)))
          expect(batch.a[1].toColumns()).toEqual(chosen.map((column) => column.map((byte) => round(byte * round(scale)))))
          expect(batch.y.data).toEqual(batch.a[1].data)
        }
      }
    }),
    { numRuns: 30 },
  )
  expect(calls.length).toBeGreaterThan(0)
})

it('lets the backend convert long columns of bytes, once a minibatch, and loops over short ones', () => {
  const { backend, calls } = converting()
  const gatherOne = (rows: number, data: Uint8Array | Float32Array) => {
    const net = network([rows, 1], { activation: linear, backend })
    const sources = sourcesOf(net, { size: 2, inputs: { rows, data, scale: 0.5 }, targets: { rows: 1, data: Uint8Array.of(0, 1) } })
    gatherBatch(sources, Uint32Array.of(1, 0), 0, net.batch(2))
  }
  gatherOne(127, new Uint8Array(254))
  gatherOne(200, new Float32Array(400))
  expect(calls).toEqual([])
  gatherOne(128, new Uint8Array(256))
  expect(calls).toEqual([0.5])
})

import { wasm } from '@nablajs/backend-wasm'
import type { Backend, Kernel, Operand, Shape } from '@nablajs/linalg'
import { expect, it } from 'vitest'
import { placeOf } from './float32Order.js'
import { somePlaces } from './places.js'
import { lineOf, merged, passed, ulp } from './ulp.js'

const backend = await wasm()
const few = { places: [{ first: 0x400000, count: 2000, step: 2_000_003 }], points: 20_000 }

it('every kernel keeps its bound at each boundary of its formula and at one in 4,099 of all float32 numbers', () => {
  const found = ulp(backend, { places: somePlaces(), points: 8000 })
  expect(found.filter((finding) => !passed(finding)).map(lineOf)).toEqual([])
  expect(new Set(found.map(({ name }) => name.split(' ')[1]))).toEqual(new Set(Object.keys(backend.kernels)))
})

it('the fast build has the bits of the exact one, since no kernel fuses', async () => {
  const fast = await wasm({ mode: 'fast' })
  const length = 5000
  for (const dtype of ['float32', 'float64'] as const) {
    for (const name of Object.keys(backend.kernels)) {
      const [exactBits = [], fastBits = [NaN]] = [backend, fast].map((one) => {
        const [z, a, g] = [0, 1, 2].map(() => one.alloc(dtype, length))
        for (let i = 0; i < length; i++) z!.buffer[z!.offset + i] = (i - length / 2) / 40
        g!.buffer.fill(1, g!.offset, g!.offset + length)
        const shape = { rows: length, cols: 1, stride: length }
        one.kernels[name]!.apply(shape, z!, a!)
        one.kernels[name]!.pullback(shape, z!, a!, g!, g!)
        const bits = [a!, g!].flatMap(({ buffer, offset }) => Array.from(buffer.subarray(offset, offset + length)))
        for (const region of [z!, a!, g!]) region.free()
        return bits
      })
      expect(fastBits, `${name}, ${dtype}`).toEqual(exactBits)
    }
  }
})

/** The backend with one kernel changed after it has run. */
function planted(name: string, change: (out: Operand, shape: Shape) => void): Backend {
  const good = backend.kernels[name]!
  const bad: Kernel = {
    apply(shape, z, a) {
      good.apply(shape, z, a)
      change(a, shape)
    },
    pullback(shape, z, a, g, delta) {
      good.pullback(shape, z, a, g, delta)
      change(delta, shape)
    },
  }
  return { ...backend, kernels: { ...backend.kernels, [name]: bad } }
}

const each = ({ buffer, offset }: Operand, { rows }: Shape, change: (x: number, i: number) => number) => {
  for (let i = 0; i < rows; i++) buffer[offset + i] = change(buffer[offset + i]!, i)
}

it.each(['exp', 'sigmoid', 'tanh', 'softplus', 'elu', 'softsign'])('two last places too many in %s are seen, in both types', (kernel) => {
  const bad = planted(kernel, (out, shape) => each(out, shape, (x) => x * (1 + 2.5 * (out.buffer instanceof Float32Array ? 2 ** -23 : 2 ** -52))))
  const found = ulp(bad, { kernel, ...few })
  for (const dtype of ['float32', 'float64']) expect(passed(found.find(({ name }) => name === `${dtype} ${kernel} apply`)!), dtype).toBe(false)
})

it('a fall by one place between two neighbours is seen', () => {
  const bad = planted('tanh', (out, shape) => each(out, shape, (x, i) => (i % 100 === 50 ? x - 2 ** -24 : x)))
  const [found] = ulp(bad, { kernel: 'tanh', places: [{ first: placeOf(2), count: 2000, step: 1 }], points: 1 })
  expect(found!.measured.worst).toBeLessThanOrEqual(1.5)
  expect(found!.measured.falls).toBeDefined()
  expect(lineOf(found!)).toMatch(/falls at .*: FAILED$/)
})

it('NaN that is lost, a wrong value at a point and σ(z) + σ(−z) other than 1 are told apart', () => {
  const noNaN = planted('relu', (out, shape) => each(out, shape, (x) => (Number.isNaN(x) ? 0 : x)))
  expect(ulp(noNaN, { kernel: 'relu', ...few })[0]!.measured.faults).toEqual(['relu of NaN NaN is 0'])
  const noHalf = planted('sigmoid', (out, shape) => each(out, shape, (x) => (shape.rows === 3 && x === 0.5 ? 0.5 + 2 ** -24 : x)))
  expect(ulp(noHalf, { kernel: 'sigmoid', ...few })[0]!.measured.faults).toEqual(['sigmoid apply at 0 is 0.5000000596046448, not 0.5'])
  const unbalanced = planted('sigmoid', (out, shape) => each(out, shape, (x) => (x > 0.7 && x < 0.9 ? x + 2 ** -23 : x)))
  expect(ulp(unbalanced, { kernel: 'sigmoid', ...few })[0]!.measured.faults[0]).toMatch(/^sigmoid\(z\) \+ sigmoid\(−z\) is not 1 within 1 ulp at /)
})

it('softmax’s pullback is held to what saturation leaves of it', () => {
  const cancelling: Kernel = {
    ...backend.kernels.softmax!,
    pullback({ rows }, _z, a, g, delta) {
      const at = (operand: Operand, j: number) => operand.buffer[operand.offset + j]!
      let mean = 0
      for (let k = 0; k < rows; k++) mean += at(a, k) * at(g, k)
      for (let j = 0; j < rows; j++) delta.buffer[delta.offset + j] = at(a, j) * (at(g, j) - mean)
    },
  }
  const bad = { ...backend, kernels: { ...backend.kernels, softmax: cancelling } }
  const found = ulp(bad, { kernel: 'softmax', ...few }).filter((finding) => !passed(finding))
  expect(found.map(({ name }) => name)).toEqual(['float32 softmax pullback', 'float64 softmax pullback'])
})

it('refuses a kernel that there is not', () => {
  expect(() => ulp(backend, { kernel: 'sine', ...few })).toThrow(/There is no kernel sine\. There are exp, log, sigmoid/)
})

it('shares of the work make one finding each, with the worst of them', () => {
  const kernel = 'sigmoid'
  const whole = ulp(backend, { kernel, ...few })
  const halves = [0, 1].map((half) => ulp(backend, { kernel, places: [{ first: 0x400000 + half * 1000 * 2_000_003, count: 1000, step: 2_000_003 }], points: 10_000, seed: half + 1 }))
  const [first] = merged(halves)
  expect(first!.measured).toEqual(whole[0]!.measured)
})

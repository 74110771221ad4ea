import { expect, it } from 'vitest'
import { linear } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { reference, zeros, type Backend, type FlatStep, type Operand } from '@nablajs/linalg'
import { nativeSteps } from './nativeSteps.js'

/** A backend whose regions lie one after another in one memory, as those of a module do. */
function inOneMemory(steps: Backend['steps']): Backend {
  const memory = new ArrayBuffer(1 << 20)
  const [float32, float64] = [new Float32Array(memory), new Float64Array(memory)]
  let used = 0
  const alloc: Backend['alloc'] = (dtype, length) => {
    const buffer = dtype === 'float32' ? float32 : float64
    const offset = used / buffer.BYTES_PER_ELEMENT
    used += Math.ceil((length * buffer.BYTES_PER_ELEMENT) / 64) * 64
    return { buffer, offset, length, free: () => undefined }
  }
  return { ...reference, name: 'one', alloc, ...(steps ? { steps } : {}) }
}

const sizes = [2, 3, 1]
const COUNT = 13

it.each(['float32', 'float64'] as const)('runs the step of that name on the vectors of the training, %s', (dtype) => {
  const slide: FlatStep = (first, end, scalars, w, g, state) => {
    for (let i = first; i < end; i++) {
      const at = ({ buffer, offset }: Operand) => buffer[offset + i]
      state[1].buffer[state[1].offset + i] = scalars.buffer[scalars.offset + 1]
      w.buffer[w.offset + i] = 100 * at(w) + 10 * at(g) + at(state[0])
    }
  }
  const backend = inOneMemory({ slide })
  const net = network(sizes, { activation: linear, dtype, backend })
  const vectors = [5, 0].map((x) => zeros(COUNT, 1, { dtype, backend }).data.fill(x))
  net.parameters.fill(1)
  net.gradient.flat.fill(3)
  const native = nativeSteps(net, vectors)
  expect(native?.run('slide', Float64Array.of(7, 9), net.parameters, net.gradient.flat, vectors, 2, 12)).toBe(true)
  const inside = (i: number) => i >= 2 && i < 12
  expect([...net.parameters]).toEqual(Array.from({ length: COUNT }, (_, i) => (inside(i) ? 135 : 1)))
  expect([...vectors[1]]).toEqual(Array.from({ length: COUNT }, (_, i) => (inside(i) ? 9 : 0)))
})

it('does nothing where the backend has no such step, or other vectors are given', () => {
  const calls: string[] = []
  const backend = inOneMemory({ one: () => calls.push('one'), other: () => calls.push('other') })
  const net = network(sizes, { activation: linear, backend })
  const [first, second, copy] = [0, 0, 0].map(() => zeros(COUNT, 1, { backend }).data)
  const native = nativeSteps(net, [first, second])
  const { parameters, gradient: { flat } } = net
  const run = (name: string, parameters: typeof first, gradient: typeof first, state: (typeof first)[]) =>
    native?.run(name, new Float64Array(1), parameters, gradient, state, 0, COUNT)
  expect(run('none', parameters, flat, [first, second])).toBe(false)
  expect(run('constructor', parameters, flat, [first, second])).toBe(false)
  expect(run('one', copy, flat, [first, second])).toBe(false)
  expect(run('one', parameters, copy, [first, second])).toBe(false)
  expect(run('one', parameters, flat, [second, first])).toBe(false)
  expect(run('one', parameters, flat, [first])).toBe(false)
  expect(calls).toEqual([])
  expect(run('one', parameters, flat, [first, second])).toBe(true)
  expect(run('other', parameters, flat, [first, second])).toBe(true)
  expect(run('one', parameters, flat, [first, second])).toBe(true)
  expect(calls).toEqual(['one', 'other', 'one'])
})

it('is not there where the backend has no steps, or a vector lies in another memory', () => {
  const with_ = inOneMemory({})
  const net = network(sizes, { activation: linear, backend: with_ })
  expect(nativeSteps(net, [])).toBeDefined()
  expect(nativeSteps(net, [new Float32Array(COUNT)])).toBeUndefined()
  expect(nativeSteps(network(sizes, { activation: linear, backend: inOneMemory(undefined) }), [])).toBeUndefined()
})

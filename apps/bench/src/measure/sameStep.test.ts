import { expect, it } from 'vitest'
import { open as openByHand } from '../child/handwritten.js'
import { layersOf } from '../child/layersOf.js'
import { open as openOurs } from '../child/ours.js'
import type { Task } from '../child/session.js'
import { startOf } from '../data/startOf.js'
import { stepInFloat64 } from './stepInFloat64.js'

const none = { images: new Uint8Array(0), labels: new Uint8Array(0) }
const wave = (length: number, by: number) => Float32Array.from({ length }, (_, i) => Math.sin(by * (i + 1)))

function task(activation: 'sigmoid' | 'tanh', settings: Record<string, string> = {}): Task {
  const sizes = [6, 5, 4, 3]
  const more = { id: 'small', title: 'small', kind: 'train', sizes, batch: 4, eta: 0.5, count: 8 } as const
  return { ...more, activation, settings, x: wave(48, 1.3), y: wave(24, 0.7).map(Math.abs), layers: layersOf(sizes, startOf(sizes)), training: none, test: none }
}

const costOf = ({ sizes, batch, x, y }: Task, outputs: ArrayLike<number>) =>
  Array.from({ length: batch * sizes[sizes.length - 1] }, (_, i) => (outputs[i] - y[i]) ** 2).reduce((sum, square) => sum + square, 0) / 2 / batch + 0 * x[0]

const activations = ['sigmoid', 'tanh'] as const
const backends = [
  { backend: 'reference' },
  { backend: 'wasm', mode: 'exact' },
  { backend: 'wasm', mode: 'fast' },
  { backend: 'wasm', mode: 'exact', threads: '2' },
  { backend: 'blas' },
]

it.each(activations)('%s: the step in float64 follows the derivative of the cost, by central differences of another forward pass', async (activation) => {
  const eta = 0.5
  const after = stepInFloat64(task(activation))
  const start = startOf([6, 5, 4, 3])
  for (const at of [0, 7, 31, 36, 50, 61, 70, start.length - 1]) {
    const costs = [1e-2, -1e-2].map(async (step) => {
      const moved = start.slice()
      moved[at] += step
      const given = { ...task(activation), layers: layersOf([6, 5, 4, 3], moved) }
      return { moved: moved[at], cost: costOf(given, (await openByHand(given).outputs?.(4)) ?? []) }
    })
    const [up, down] = await Promise.all(costs)
    const slope = (up.cost - down.cost) / (up.moved - down.moved)
    expect((start[at] - after[at]) / eta).toBeCloseTo(slope, 4)
  }
})

it.each(activations)('%s: by hand, one step from the same parameters ends where the step in float64 does', async (activation) => {
  const session = openByHand(task(activation))
  await session.run(4)
  const after = (await session.parameters?.()) ?? []
  stepInFloat64(task(activation)).forEach((value, i) => expect(after[i]).toBeCloseTo(value, 6))
})

it.each(activations.flatMap((activation) => backends.map((settings) => ({ activation, settings }))))(
  'so does one of ours through train: $activation, $settings',
  async ({ activation, settings }) => {
    const session = await openOurs(task(activation, settings))
    if ('cannot' in session) {
      // Only the machine's library may be missing; it says so, and what would help.
      expect([settings.backend, session.cannot]).toEqual(['blas', expect.stringMatching(/install/i)])
      return
    }
    await session.run(4)
    const after = (await session.parameters?.()) ?? []
    expect(after.length).toBe(startOf([6, 5, 4, 3]).length)
    stepInFloat64(task(activation)).forEach((value, i) => expect(after[i]).toBeCloseTo(value, 6))
  },
)

it('predicts the same by hand and by ours, from plain numbers and from a matrix of the backend', async () => {
  const by = openByHand(task('sigmoid'))
  const expected = Array.from((await by.outputs?.(8)) ?? [])
  for (const resident of [false, true]) {
    const session = await openOurs({ ...task('sigmoid', { backend: 'wasm' }), kind: 'predict', resident })
    if ('cannot' in session) throw new Error(session.cannot)
    await session.run(8)
    Array.from((await session.outputs?.(8)) ?? []).forEach((output, i) => expect(output).toBeCloseTo(expected[i], 6))
    // What run summed up: the first output of each batch.
    expect(session.correct?.()).toBeCloseTo(expected[0] + expected[12], 5)
  }
})

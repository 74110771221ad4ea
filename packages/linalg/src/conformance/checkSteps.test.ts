import { expect, it } from 'vitest'
import type { Backend, Floats, FlatStep } from '../backend.js'
import { random } from '../random.js'
import { reference } from '../reference/reference.js'
import { checkSteps } from './checkSteps.js'
import { stepRules } from './stepRules.js'

const withSteps = (steps: Backend['steps'], more: Partial<Backend> = {}): Backend => ({ ...reference, name: 'stepping', ...more, ...(steps ? { steps } : {}) })
const check = (backend: Backend) => () => checkSteps(backend, random(1))
const roundOf = (buffer: Floats) => (buffer instanceof Float32Array ? Math.fround : (x: number) => x)

/** A step by its rule, changed at will. */
function byRule(name: string, change: (results: number[], i: number, first: number) => void = () => undefined): FlatStep {
  return (first, end, scalars, w, g, state) => {
    const round = roundOf(w.buffer)
    const s = Array.from(scalars.buffer.subarray(scalars.offset, scalars.offset + 8), round)
    for (let i = first; i < end; i++) {
      const all = [w, ...state]
      const [x, ...held] = all.map(({ buffer, offset }) => buffer[offset + i])
      const results = [...stepRules[name].of(round, s, x, g.buffer[g.offset + i], held)]
      change(results, i, first)
      all.forEach(({ buffer, offset }, place) => (buffer[offset + i] = results[place]))
    }
  }
}

it('passes every step that keeps its rule, and takes one that has none', () => {
  const steps = Object.fromEntries(Object.keys(stepRules).map((name) => [name, byRule(name)]))
  expect(Object.keys(steps)).toEqual(['descend', 'momentum', 'nesterov', 'adaGrad', 'rmsProp', 'adam'])
  expect(check(withSteps({ ...steps, another: () => undefined }))).not.toThrow()
  expect(check(withSteps(undefined))).not.toThrow()
})

it.each(Object.keys(stepRules).flatMap((name) => Array.from({ length: stepRules[name].vectors + 1 }, (_, place) => [name, place] as const)))(
  'refuses a step %s whose vector %i is off by one unit of the last place',
  (name, place) => {
    const off = byRule(name, (results) => (results[place] *= 1 + 2 ** -22))
    expect(check(withSteps({ [name]: off }))).toThrow(expect.objectContaining({ code: 'PluginError', where: expect.stringContaining(`step ${name}`) }))
    expect(check(withSteps({ [name]: off }, { exact: false }))).toThrow(/step .*float64.* within/)
  },
)

it('takes the error of a rounding left out where the backend is not exact, and there alone', () => {
  const fused = byRule('descend', (results) => (results[0] *= 1 + 2 ** -52))
  expect(check(withSteps({ descend: fused }))).toThrow(/float64/)
  expect(check(withSteps({ descend: fused }, { exact: false }))).not.toThrow()
})

it.each<[string, FlatStep]>([
  ['one that writes behind its end', (first, end, ...all) => byRule('descend')(first, end + 1, ...all)],
  ['one that begins too early', (first, end, ...all) => byRule('descend')(Math.max(0, first - 1), end, ...all)],
  ['one that leaves the last number', (first, end, ...all) => byRule('descend')(first, end - 1, ...all)],
  ['one that changes g', (first, end, scalars, w, g, state) => {
    byRule('descend')(first, end, scalars, w, g, state)
    g.buffer[g.offset] = 0
  }],
])('refuses %s', (_, descend) => {
  expect(check(withSteps({ descend }))).toThrow(expect.objectContaining({ code: 'PluginError' }))
})

import { defineActivation, network } from 'nabla'
import type { BadInput, Give } from '../badInput.js'
import { good } from './table.js'
import { trainedOn, untyped } from './trained.js'

/** A module with softsign written out as an activation, in which a part is wrong. A plugin may be a plain object. */
function moduleWith(wrong: string, before = ''): string {
  return `${before}
const f = (z) => z / (1 + Math.abs(z))
const fPrime = (z) => 1 / (1 + Math.abs(z)) ** 2
const each = (out, entry) => out.data.forEach((_, i) => { out.data[i] = entry(i) })
export const mine = {
  name: 'mine', f, fPrime,
  apply(z, a) { each(a, (i) => this.f(z.data[i])) },
  pullback(z, a, g, delta) { each(delta, (i) => g.data[i] * this.fPrime(z.data[i], a.data[i])) },
  kernelOf: () => undefined,
  ${wrong}
}
`
}

/** Checks it by the command; of what is found, the line about one thing is kept. */
function checked(about: string): Give {
  return async ({ nabla }) => {
    const { exitCode, stdout } = await nabla(['gradcheck', '--plugin', './mine.mjs', '--activation', 'mine', '--sizes', '2,3,2'])
    const [what = '', ...lines] = stdout.split('\n')
    const found = lines.find((line) => line.startsWith('- ') && line.includes(about)) ?? ''
    const fix = lines.find((line) => line.includes('Correct'))?.replace(/^\. /, '') ?? ''
    return { exitCode, stdout, stderr: [what, found, fix].join('\n') }
  }
}

/** NaN for every z above 1. */
const holed = defineActivation({ name: 'holed', f: (z) => (z > 1 ? NaN : z), fPrime: () => 1 })

/** 37: plugins that break their contract. */
export const plugins: readonly BadInput[] = [
  { number: 37, given: 'an activation whose f′ is wrong, to `nabla gradcheck`', answer: 'error', names: ['activation mine', 'not the derivative', 'Correct f and fPrime'], files: { 'mine.mjs': moduleWith('fPrime: (z) => 1 / (1 + Math.abs(z)),') }, give: checked('not the derivative') },
  { number: 37, given: 'an activation that keeps state, to `nabla gradcheck`', answer: 'error', names: ['activation mine', 'Correct f and fPrime'], files: { 'mine.mjs': moduleWith('f: (z) => f(z) + (calls += 1e-3),', 'let calls = 0') }, give: checked('') },
  { number: 37, given: 'an activation that writes to its input, to `nabla gradcheck`', answer: 'error', names: ['activation mine', 'Correct f and fPrime'], files: { 'mine.mjs': moduleWith('apply(z, a) { each(a, (i) => f(z.data[i])); z.data.fill(0) },') }, give: checked('input is changed') },
  { number: 37, given: 'an activation that answers NaN, in training', answer: 'error', names: ['layer 2', 'sample', 'got NaN', 'mend the plugin'], give: async () => trainedOn({ net: await network([2, 3, 1], { activation: holed, seed: 3 }) }) },
  { number: 37, given: 'an object that is no activation', answer: 'error', names: ['network, layer 2', 'apply and pullback', 'defineActivation'], give: async () => String((await network([2, 1], { activation: untyped({}) })).L) },
  { number: 37, given: 'a module without a plugin', answer: 'error', names: ['--plugin ./mine.mjs', 'defineActivation'], files: { 'mine.mjs': 'export const mine = 7\n', 't.csv': good }, give: ({ nabla }) => nabla(['train', 't.csv', '--plugin', './mine.mjs']) },
]

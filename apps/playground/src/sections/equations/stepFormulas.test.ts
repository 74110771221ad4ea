import { readFileSync } from 'node:fs'
import type { Proof, StepName } from '@nablajs/explain'
import { expect, it } from 'vitest'
import type { EquationForm } from '../../state/state.js'
import { en } from '../../words/en.js'
import { zh } from '../../words/zh.js'
import { proofSymbols } from './proofSymbols.js'
import { symbolsOf } from './symbolsOf.js'
import { productsOf, proofsOf, traceOf } from './traceOf.js'

// What the components import is made of these files when the page is built; here they are read as they stand.
const files: Readonly<Record<StepName, readonly [neuron: string, matrix: string]>> = {
  'input': ['inputOfNeuron', 'input'],
  'weighted input': ['weightedInputOfNeuron', 'weightedInput'],
  'activation': ['activationOfNeuron', 'activation'],
  'output error': ['outputErrorOfNeuron', 'outputError'],
  'backpropagate': ['backpropagateOfNeuron', 'backpropagate'],
  'gradient of b': ['gradientOfBiasOfNeuron', 'gradientOfBias'],
  'gradient of w': ['gradientOfWeightOfNeuron', 'gradientOfWeight'],
  'update of b': ['updateOfBiasOfNeuron', 'updateOfBias'],
  'update of w': ['updateOfWeightOfNeuron', 'updateOfWeight'],
}
const proofFiles: Readonly<Record<Proof['of'], readonly string[]>> = {
  BP1: ['Definition', 'Chain', 'Alone', 'Done'],
  BP2: ['Definition', 'Chain', 'NextError', 'NextLayer', 'Derivative', 'Done'],
  BP3: ['Chain', 'Derivative', 'Done'],
  BP4: ['Chain', 'Derivative', 'Done'],
}
const tex = (name: string) => readFileSync(new URL(`./${name}.tex`, import.meta.url), 'utf8')
const input = { sizes: [2, 3, 3, 2], seed: 5, activation: 'sigmoid', x: [0.5, -1], y: [0, 1], netCost: 'quadratic', changes: new Map<string, number>() } as const
const L = input.sizes.length
const { steps } = traceOf(input, 0.5)
const proofs = proofsOf(input)
const stepNames = [...new Set(steps.map(({ name }) => name))]
const proofNames = [...new Set(proofs.map(({ of }) => of))]

/** TeX without what only this page or only its writer needs: classes, braces, spaces; with l and L as the layers that they are. */
function plain(text: string, layer: number): string {
  const layers: Readonly<Record<string, number>> = { 'l': layer, 'l+1': layer + 1, 'l-1': layer - 1, 'L': L, 'L-1': L - 1 }
  return text
    .replaceAll(/\\class\{term-\w+\}/g, '')
    .replaceAll(/\^\{(x,)?([lL](?:[+-]1)?)\}/g, (_, sample: string | undefined, l: string) => `^{${sample ?? ''}${layers[l]}}`)
    .replaceAll(/\\left|\\right(?!arrow)|\\[,;]|[{}\s]/g, '')
}

it.each(steps.map((step) => [step.name, step.layer, step] as const))('%s of layer %i is written as the trace writes it', (name, layer, step) => {
  const [neuron, matrix] = files[name]
  expect(plain(tex(`tex/${neuron}`), layer)).toBe(plain(step.perNeuron, layer))
  expect(plain(tex(`tex/${matrix}`), layer)).toBe(plain(step.latex, layer))
})

it.each(productsOf(input).layers.map((one) => [one.layer, one] as const))('δ of layer %i by products is written as (33), (34)', (layer, { latex }) => {
  expect(plain(tex(`tex/${layer === L ? 'outputErrorByProduct' : 'backpropagateByProduct'}`), layer)).toBe(plain(latex, layer))
})

it('(35) begins and ends as it does', () => {
  const [head = '', tail = ''] = plain(tex('tex/wholeProduct'), 2).split('\\cdots')
  const whole = plain(productsOf(input).layers.at(-1)?.latexOfProduct ?? '', 2)
  expect(whole.startsWith(head)).toBe(true)
  expect(whole.endsWith(tail)).toBe(true)
})

it.each(proofs.map((proof) => [proof.of, proof.layer, proof] as const))('the proof of %s at layer %i is written as it is proven, line by line, each with its reason in both languages', (of, layer, proof) => {
  expect(proofFiles[of]).toHaveLength(proof.steps.length)
  expect(en.equations.because[of]).toEqual(proof.steps.map(({ because }) => because))
  expect(zh.equations.because[of]).toHaveLength(proof.steps.length)
  proof.steps.forEach(({ latex }, i) => expect(plain(tex(`proofs/${of.toLowerCase()}${proofFiles[of][i]}`), layer)).toBe(plain(latex, layer)))
})

const named = (text: string) => [...text.matchAll(/\\class\{term-(\w+)\}/g)].map(([, term]) => term ?? '')

it.each(stepNames)('%s: every named symbol stands for a quantity, but for what an update makes', (name) => {
  for (const [i, form] of (['neuron', 'matrix'] as const satisfies readonly EquationForm[]).entries()) {
    const known = symbolsOf(name, 3, form, { j: 1, k: 1 })
    for (const term of named(tex(`tex/${files[name][i]}`))) expect(term in known, term).toBe(!(name.startsWith('update') && term.endsWith('2')))
  }
})

it.each(proofNames)('%s: every named symbol of its proof stands for a quantity', (of) => {
  const known = proofSymbols(of, 2, { j: 1, k: 1 })
  for (const line of proofFiles[of]) for (const term of named(tex(`proofs/${of.toLowerCase()}${line}`))) expect(known).toHaveProperty(term)
})

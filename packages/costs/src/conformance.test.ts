import { expect, it } from 'vitest'
import type { Vector } from '@nablajs/linalg'
import { log } from '@nablajs/linalg/exact'
import { checkCost, type CostCheck } from './conformance.js'
import { absolute, crossEntropy, defineCost, huber, logLikelihood, quadratic, type CostDefinition } from './index.js'
import { sigmoid } from './conformance/sigmoid.js'
import { softmax } from './conformance/softmax.js'

const quartic = defineCost({
  name: 'quartic',
  value: (a, y) => a.reduce((sum, aj, j) => sum + (aj - y[j]) ** 4 / 4, 0),
  gradient: (a, y) => a.map((aj, j) => (aj - y[j]) ** 3),
})

/** What `checkCost` says about a cost; fails where it says nothing. */
function findingsOf(cost: CostDefinition, options?: CostCheck): string {
  try {
    checkCost(cost, options)
  } catch (error) {
    expect(error).toMatchObject({ code: 'PluginError', plugin: cost.name, expected: 'a cost that keeps its contract' })
    return String(error)
  }
  throw new Error(`checkCost found nothing wrong with ${cost.name}`)
}

it('passes a cost written with map and reduce', () => {
  const report = checkCost(quartic)
  expect(report).toMatchObject({ name: 'quartic', findings: [], domain: [-Infinity, Infinity], kinks: [], pairings: [] })
  expect(report.compared).toBeGreaterThan(300)
  expect(report.worst).toBeLessThan(1e-10)
})

it('passes costs that couple the outputs of a sample, have a kink among them, or say nothing', () => {
  const product = defineCost({
    name: 'product',
    value: (a, y) => (a.reduce((sum, aj, j) => sum + aj - y[j], 0) ** 2) / 2,
    gradient: (a, y) => a.map(() => a.reduce((sum, aj, j) => sum + aj - y[j], 0)),
  })
  const largest = defineCost({
    name: 'largest',
    value: (a, y) => a.reduce((most, aj, j) => Math.max(most, Math.abs(aj - y[j])), 0),
    gradient(a, y, out) {
      const most = this.value(a, y)
      let first = true
      for (let j = 0; j < a.length; j++) {
        const leads = first && Math.abs(a[j] - y[j]) === most
        out[j] = leads ? Math.sign(a[j] - y[j]) : 0
        if (leads) first = false
      }
      return out
    },
  })
  const silent = defineCost({ name: 'silent', value: (a) => 0 * a.reduce((sum, aj) => sum + aj, 0), gradient: (a) => a.map(() => 0) })
  for (const cost of [product, silent]) expect(checkCost(cost).kinks).toEqual([])
  expect(checkCost(largest, { neurons: 3 }).kinks.length).toBeGreaterThan(0)
})

it('finds the domain of a cost, or is told', () => {
  const unclamped = (low: number): CostDefinition => ({
    name: 'barrier',
    value: (a) => a.reduce((sum, aj) => sum - log(aj - low) - log(1 - aj), 0),
    gradient: (a) => a.map((aj) => 1 / Math.max(1 - aj, 2 ** -53) - 1 / Math.max(aj - low, 2 ** -126)),
  })
  expect(checkCost(unclamped(0)).domain).toEqual([0, 1])
  expect(checkCost(unclamped(-1)).domain).toEqual([-1, 1])
  expect(checkCost(unclamped(-0.5), { domain: [-0.5, 1] }).domain).toEqual([-0.5, 1])
  expect(checkCost(quadratic, { domain: [-Infinity, 2] }).domain).toEqual([-Infinity, 2])
  const shy = { ...quadratic, value: (a: Vector, y: Vector) => (a.reduce((most, aj) => Math.max(most, aj), 0) > 1 ? raise() : quadratic.value(a, y)) }
  expect(checkCost(shy, { domain: [-Infinity, 1] }).domain).toEqual([-Infinity, 1])
  const raise = (): number => {
    throw new Error('an output above 1')
  }
  expect(checkCost({ ...shy, gradient: quadratic.gradient, complex: quadratic.complex! }).domain).toEqual([-Infinity, 1])
})

it('takes the targets that it is given, for a cost that takes no others', () => {
  const classes = defineCost({
    name: 'classes',
    value: (a, y) => (y.reduce((sum, yj) => sum + yj, 0) === 1 ? logLikelihood.value(a, y) : NaN),
    gradient: logLikelihood.gradient.bind(logLikelihood),
  })
  expect(findingsOf(classes)).toContain('NaN')
  expect(checkCost(classes, { targets: [[1, 0, 0], [0, 0, 1]], domain: [0, 1] }).findings).toEqual([])
  expect(checkCost(quadratic, { targets: [[0.5]] }).compared).toBe(29)
})

it.each<[string, CostDefinition, string]>([
  ['a sign', { ...quartic, gradient: (a, y) => a.map((aj, j) => (y[j] - aj) ** 3) }, 'the sign is wrong'],
  ['a factor 2', { ...quartic, gradient: (a, y) => a.map((aj, j) => 2 * (aj - y[j]) ** 3) }, 'it is twice the derivative'],
  ['a factor ½', { ...quartic, gradient: (a, y) => a.map((aj, j) => (aj - y[j]) ** 3 / 2) }, 'it is half of the derivative'],
  [
    'a share of 10⁻⁶',
    { ...quartic, gradient: (a, y) => a.map((aj, j) => 1.000001 * (aj - y[j]) ** 3) },
    'differences of the value give',
  ],
  [
    'the mean over the outputs',
    { ...quartic, gradient: (a, y) => a.map((aj, j) => (aj - y[j]) ** 3 / a.length) },
    'differences of the value give',
  ],
  [
    'a missing term',
    { ...crossEntropy, gradient: (a, y) => a.map((aj, j) => -y[j] / Math.max(aj, 2 ** -126)) },
    'not the derivative of the value',
  ],
  [
    'the derivative by y',
    { ...logLikelihood, gradient: (a) => a.map((aj) => -log(Math.max(aj, 2 ** -126))) },
    'not the derivative of the value',
  ],
  [
    'the outputs in another order',
    { ...quartic, gradient: (a, y) => a.map((_, j) => (a[a.length - 1 - j] - y[a.length - 1 - j]) ** 3) },
    'not the derivative',
  ],
  ['the gradient of another cost', { ...huber, gradient: quadratic.gradient.bind(quadratic) }, 'not the derivative'],
  [
    'a gradient outside the slopes at a kink',
    { ...absolute, gradient: (a, y) => a.map((aj, j) => (aj >= y[j] ? (aj === y[j] ? 1.5 : 1) : -1)) },
    'the gradient at a kink is outside the one-sided slopes: ∂C/∂a_0 = 1.5 at a = [0.3], y = [0.3]',
  ],
  [
    'a value that jumps',
    { name: 'errors', value: (a, y) => a.reduce((sum, aj, j) => sum + (aj - y[j] > 0.5 ? 1 : 0) + aj * 0, 0), gradient: (a) => a.map(() => 0) },
    'the value jumps: at a_0 = 0.5',
  ],
  [
    'a value in float32',
    { ...quartic, value: (a, y) => Math.fround(quartic.value(a, y)) },
    'the value is too rough for differences',
  ],
])('catches a gradient wrong by %s', (_, cost, finding) => {
  expect(findingsOf(cost)).toContain(finding)
})

it('says where a gradient is wrong, what came and what was expected', () => {
  expect(findingsOf({ ...quadratic, gradient: (a, y) => a.map((aj, j) => y[j] - aj) })).toMatch(
    /∂C\/∂a_0 = -?[\d.e-]+ at a = \[-?[\d.e-]+\], y = \[0\], differences of the value give -?[\d.e-]+ ± [\d.e-]+; the sign is wrong/,
  )
})

const calls = { count: 0, a: [] as number[] }

it.each<[string, CostDefinition, string]>([
  [
    'counts its calls',
    { ...quartic, value: (a, y) => quartic.value(a, y) + 1e-9 * calls.count++ },
    'keeps state: the value at a = [0.2], y = [0] in float64 is',
  ],
  ['remembers the sample before', {
    ...quartic,
    value(a, y) {
      const before = calls.a
      calls.a = Array.from(a)
      return quartic.value(a, y) + (before[0] ?? 0)
    },
  }, 'keeps state'],
  ['keeps outputs from value for gradient', {
    ...quartic,
    value(a, y) {
      calls.a = Array.from(a)
      return quartic.value(a, y)
    },
    gradient: (a, y) => a.map((_, j) => (calls.a[j] - y[j]) ** 3),
  }, 'keeps state, or reads out'],
  ['adds to out', {
    ...quadratic,
    gradient(a, y, out) {
      for (let j = 0; j < a.length; j++) out[j] += a[j] - y[j]
      return out
    },
  }, 'an entry of the gradient is not written, or NaN: entry 0'],
  ['adds to out unless it is NaN', {
    ...quadratic,
    gradient(a, y, out) {
      for (let j = 0; j < a.length; j++) out[j] = (Number.isNaN(out[j]) ? 0 : out[j]) + a[j] - y[j]
      return out
    },
  }, 'keeps state, or reads out'],
  ['leaves the last output out', {
    ...quadratic,
    gradient(a, y, out) {
      for (let j = 0; j < a.length - 1; j++) out[j] = a[j] - y[j]
      return out
    },
  }, 'an entry of the gradient is not written, or NaN: entry 0'],
  [
    'couples the samples of a batch',
    { ...quadratic, value: (a, y) => quadratic.value(a, y) + meanOfMemory(a) },
    'a sample depends on its neighbours: value',
  ],
  [
    'couples the gradients of a batch',
    { ...quadratic, gradient: (a, y) => a.map((aj, j) => aj - y[j] + meanOfMemory(a)) },
    'a sample depends on its neighbours',
  ],
  ['writes to a', {
    ...quadratic,
    gradient(a, y) {
      for (let j = 0; j < a.length; j++) a[j] -= y[j]
      return a
    },
  }, 'an input is changed: gradient at a = [-1e-8], y = [1] in float64 turns its a_0 from -1e-8 into -1.00000001'],
  ['writes to y', {
    ...quadratic,
    value(a, y) {
      for (let j = 0; j < a.length; j++) y[j] = a[j] - y[j]
      return y.reduce((sum, r) => sum + r * r, 0) / 2
    },
  }, 'an input is changed: value at'],
  ['writes to another sample', {
    ...quadratic,
    value(a, y) {
      if (a instanceof Float64Array) new Float64Array(a.buffer)[a.length] = 7
      return quadratic.value(a, y)
    },
  }, 'of another sample from'],
  ['writes past the end of out in its memory', {
    ...quadratic,
    gradient(a, y, out) {
      if (out instanceof Float64Array) new Float64Array(out.buffer)[a.length] = 7
      return quadratic.gradient(a, y, out)
    },
  }, 'writes past the end of out: gradient at'],
  ['writes past the end of out', {
    ...quadratic,
    gradient(a, y, out) {
      for (let j = 0; j <= a.length; j++) out[j] = a[j] - y[j]
      return out
    },
  }, 'makes an array of 1 numbers longer'],
  [
    'returns one number too many',
    { ...quadratic, gradient: (a) => Array.from({ length: a.length + 1 }, () => 0) },
    'the gradient has the wrong length: gradient at a = [-1e-8], y = [0] gives 2 numbers, expected 1 numbers',
  ],
  ['returns the mean', { ...quadratic, gradient: (a, y) => [(a[0] - y[0]) / a.length] }, 'gives 1 numbers, expected 2 numbers'],
  ['returns nothing', { ...quadratic, gradient: returnsNothing }, 'gives undefined, expected 1 numbers'],
  ['gives a value that is no number', { ...quadratic, value: readsNothing }, 'the value is not a number: value at'],
  ['throws', {
    ...quadratic,
    value() {
      throw new Error('no')
    },
  }, 'throws: value at a = [1e-8], y = [0]: Error: no'],
  ['has no name', { ...quadratic, name: '' }, 'has no name'],
  [
    'gives other numbers for plain arrays',
    { ...quadratic, value: (a, y) => quadratic.value(a, y) + (Array.isArray(a) ? 1 : 0) },
    'plain arrays of numbers differ',
  ],
  [
    'gives other numbers in float32',
    { ...quadratic, value: (a, y) => quadratic.value(a, y) + (a instanceof Float32Array ? 1 : 0) },
    'the element types differ',
  ],
])('catches a cost that %s', (_, cost, finding) => {
  calls.count = 0
  calls.a = []
  expect(findingsOf(cost)).toContain(finding)
})

function meanOfMemory(a: Vector): number {
  const whole = a instanceof Float32Array || a instanceof Float64Array ? Array.from(new Uint8Array(a.buffer)) : [0]
  return whole.reduce((sum, byte) => sum + byte, 0) / whole.length
}

// What a cost written without types may do.
function returnsNothing(): number[] {
  return (JSON.parse('{}') as { gradient: number[] }).gradient
}

function readsNothing(): number {
  return (JSON.parse('{ "value": null }') as { value: number }).value
}

it.each<[string, CostDefinition, string]>([
  [
    'divides by 0 at an end',
    { ...crossEntropy, gradient: (a, y) => a.map((aj, j) => (aj - y[j]) / (aj * (1 - aj))) },
    'the gradient is not finite: ∂C/∂a_0 = -Infinity at a_0 = 0, y_0 = 1; clamp a before dividing',
  ],
  [
    'divides by less than float32 can hold',
    { ...logLikelihood, gradient: (a, y) => a.map((aj, j) => -y[j] / Math.max(aj, 1e-300)) },
    'the gradient is not finite in float32',
  ],
  [
    'has 0 log 0',
    { ...logLikelihood, value: (a, y) => a.reduce((sum, aj, j) => sum - y[j] * log(aj), 0) },
    'the value is NaN where mathematics is not: at a_0 = 0, y_0 = 0',
  ],
  ['overflows on the way', {
    name: 'logCosh',
    value: (a, y) => a.reduce((sum, aj, j) => sum + Math.log(Math.cosh(aj - y[j])), 0),
    gradient: (a, y) => a.map((aj, j) => Math.tanh(aj - y[j])),
  }, 'the value is infinite where mathematics is finite: it is Infinity at a_0 = -10000, y_0 = 0'],
  [
    'falls where its gradient rises',
    { ...crossEntropy, value: (a, y) => a.reduce((sum, aj, j) => sum + (y[j] === 0 && aj < 2 ** -60 ? -aj : crossEntropy.value([aj], [y[j]])), 0) },
    'the value moves against its gradient: from',
  ],
  [
    'swallows NaN',
    { ...absolute, value: (a, y) => a.reduce((sum, aj, j) => sum + (aj > y[j] ? aj - y[j] : aj < y[j] ? y[j] - aj : 0), 0) },
    'NaN is swallowed: the value is 0 at a_0 = NaN, y_0 = 0.3',
  ],
])('catches a cost that %s', (_, cost, finding) => {
  expect(findingsOf(cost)).toContain(finding)
})

it('lets a cost overflow where it must, in value and gradient', () => {
  expect(checkCost({ ...quartic, name: 'sixth', value: (a, y) => a.reduce((sum, aj, j) => sum + (aj - y[j]) ** 6 / 6, 0), gradient: (a, y) => a.map((aj, j) => (aj - y[j]) ** 5) }).findings).toEqual([])
})

it.each<[string, CostDefinition, string]>([
  [
    'another function',
    { ...quadratic, complex: (aRe, aIm, y) => [quadratic.value(aRe, y) + 1, quadratic.complex!(aRe, aIm, y)[1]] },
    'the complex form is another function',
  ],
  [
    'right at the real axis only',
    { ...quadratic, complex: (aRe, aIm, y) => [quadratic.value(aRe, y), quadratic.complex!(aRe, aIm, y)[1]] },
    'the complex form has no complex derivative',
  ],
  [
    'conjugated',
    { ...quadratic, complex: (aRe, aIm, y) => [quadratic.value(aRe, y), -quadratic.complex!(aRe, aIm, y)[1]] },
    'the gradient is not the derivative of the complex form',
  ],
])('catches a complex form that is %s', (_, cost, finding) => {
  expect(findingsOf(cost)).toContain(finding)
})

const withSigmoid = (pairing: (z: number, a: number, y: number) => number): CostDefinition => ({ ...crossEntropy, pairings: { sigmoid: pairing } })
const lost = { y: NaN }

it.each<[string, CostDefinition, string]>([
  ['of the wrong sign', withSigmoid((_z, a, y) => y - a), 'the pairing with sigmoid is not ∂C/∂z: δ_0 ='],
  ['twice too large', withSigmoid((_z, a, y) => 2 * (a - y)), 'the pairing with sigmoid is not ∂C/∂z'],
  ['without the target', withSigmoid((_z, a) => a), 'the pairing with sigmoid is not ∂C/∂z'],
  ['that multiplies by σ′ once more', withSigmoid((_z, a, y) => (a - y) * a * (1 - a)), 'the pairing with sigmoid is not ∂C/∂z'],
  [
    'that vanishes in saturation',
    withSigmoid((z, a, y) => (Math.abs(z) > 30 ? 0 : a - y)),
    'the pairing with sigmoid has the wrong sign, or none',
  ],
  [
    'that overflows in saturation',
    withSigmoid((z, a, y) => (Math.abs(z) > 30 ? Math.exp(Math.abs(z)) : 1) * (a - y)),
    'the pairing with sigmoid is not finite',
  ],
  [
    'that cancels in float32',
    withSigmoid((_z, a, y) => a - y + (Math.fround(a) === a ? 1e-3 : 0)),
    'the pairing with sigmoid loses its digits in float32',
  ],
  ['that keeps state', withSigmoid((_z, a, y) => {
    const before = lost.y
    lost.y = y
    return a - (Number.isNaN(before) ? y : before)
  }), 'the pairing with sigmoid keeps state'],
  [
    'by column with three parameters',
    { ...crossEntropy, pairings: { sigmoid: givesColumn } },
    'a pairing by column takes (z, a, y, out)',
  ],
])('catches a pairing %s', (_, cost, finding) => {
  lost.y = NaN
  expect(findingsOf(cost, { activation: sigmoid, neurons: 3 })).toContain(finding)
})

function givesColumn(_z: number, _a: number, _y: number): number {
  const column: unknown = [1, 2]
  return column as number
}

it.each<[string, (z: Vector, a: Vector, y: Vector, out: Vector) => ArrayLike<number>, string]>([
  [
    'a − y, though targets need not sum to 1',
    (_z, a, y, _out) => a.map((aj, j) => aj - y[j]),
    'the pairing with softmax is not ∂C/∂z',
  ],
  ['too few numbers', (_z, a, y, _out) => [a[0] - y[0]], 'the pairing with softmax gives something else than numbers'],
  ['what it finds in out', (_z, _a, _y, out) => out, 'the pairing with softmax is not finite'],
  ['one number too many', (_z, a, y, out) => {
    const sum = y.reduce((total, yj) => total + yj, 0)
    for (let j = 0; j <= a.length; j++) out[j] = a[j] * sum - y[j]
    return out
  }, 'the pairing with softmax writes past the end of out'],
  ['its own inputs', (_z, a, y, _out) => {
    const sum = y.reduce((total, yj) => total + yj, 0)
    for (let j = 0; j < a.length; j++) a[j] = a[j] * sum - y[j]
    return a
  }, 'the pairing with softmax changes an input'],
])('catches a pairing by column that gives %s', (_, pairing, finding) => {
  expect(findingsOf({ ...logLikelihood, pairings: { softmax: pairing } }, { activation: softmax, neurons: 3 })).toContain(finding)
})

it('proves pairings with the sigmoid and softmax unasked', () => {
  expect(checkCost(logLikelihood).pairings).toEqual(['sigmoid', 'softmax'])
  expect(findingsOf(withSigmoid((_z, a, y) => y - a))).toContain('the pairing with sigmoid is not ∂C/∂z')
})

it('proves a pairing for the neurons that have it, and none that is not declared', () => {
  const mixed = { ...sigmoid, kernelOf: (neuron: number) => (neuron === 1 ? undefined : 'sigmoid') }
  expect(checkCost(crossEntropy, { activation: mixed }).pairings).toEqual(['sigmoid'])
  expect(checkCost(quadratic, { activation: sigmoid }).pairings).toEqual([])
  expect(checkCost(crossEntropy, { activation: { ...sigmoid, kernelOf: () => undefined } }).pairings).toEqual([])
})

it('counts what it does not write out', () => {
  const text = findingsOf({ ...quadratic, gradient: (a, y) => a.map((aj, j) => y[j] - aj) })
  expect(text).toMatch(/- the gradient is not the derivative of the value: at \d+ more inputs/)
  expect(text.split('\n').length).toBeLessThan(20)
  expect(findingsOf({ ...quadratic, name: '' })).toContain('got 1 finding:')
})

it.each<[CostCheck, string, string]>([
  [{ neurons: 0 }, 'neurons', '0'],
  [{ neurons: 1.5 }, 'neurons', '1.5'],
  [{ targets: [] }, 'targets', 'none'],
  [{ targets: [[1, 0], [1]] }, 'targets', 'one of 1'],
  [{ neurons: 3, targets: [[1, 0]] }, 'targets', 'one of 2'],
  [{ domain: [1, 0] }, 'domain', '[1, 0]'],
])('refuses the options %j', (options, name, got) => {
  expect(() => checkCost(quadratic, options)).toThrow(expect.objectContaining({ code: 'OptionError', option: name, got }))
})

it('tries no target that a cost says it is not for', () => {
  const roots = defineCost({
    name: 'roots',
    value: (a, y) => a.reduce((sum, aj, j) => sum + (aj - Math.sqrt(y[j])) ** 2 / 2, 0),
    gradient: (a, y) => a.map((aj, j) => aj - Math.sqrt(y[j])),
  })
  expect(() => checkCost(roots)).toThrow('NaN')
  expect(checkCost({ ...roots, targets: [0, Infinity] }).domain).toEqual([-Infinity, Infinity])
})

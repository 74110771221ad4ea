import { reference, type Backend, type Matrix } from '@nablajs/linalg'
import { expect, it } from 'vitest'
import { defineActivation, type Activation, type ActivationDefinition } from './activation.js'
import { checkActivation } from './conformance.js'
import { gelu } from './gelu.js'
import { perNeuron } from './perNeuron.js'
import { sigmoid } from './sigmoid.js'
import { softmax } from './softmax.js'
import { softplus } from './softplus.js'
import { tanh } from './tanh.js'

/** The findings that an activation is refused with. */
function findings(activation: Activation, backends?: readonly Backend[]): string {
  try {
    checkActivation(activation, backends ? { backends } : {})
  } catch (error) {
    const { code, plugin, got, expected, where } = error as { code: string; plugin: string; got: string; expected: string; where: string }
    expect({ code, plugin, expected, where }).toEqual({
      code: 'PluginError',
      plugin: activation.name,
      expected: 'an activation that keeps its contract',
      where: `checkActivation(${activation.name})`,
    })
    return got
  }
  return 'none'
}

// Without a kernel and a complex form: what is found is found from f and fPrime alone.
const { f, fPrime } = sigmoid
const plain: ActivationDefinition = { name: 'plain', f, fPrime }
const withTanh: ActivationDefinition = { name: 'plain tanh', f: tanh.f, fPrime: tanh.fPrime }
let calls = 0

it.each<[string, ActivationDefinition, string]>([
  ['σ′ off by 0.05 %', { ...plain, fPrime: (z) => 1.0005 * fPrime(z, 0) }, 'σ′ is not the derivative of σ: σ′('],
  ['σ′ off by 0.05 % on the left', { ...plain, fPrime: (z) => (z < 0 ? 1.0005 : 1) * fPrime(z, 0) }, 'σ′ is not the derivative of σ: σ′(-'],
  ['the wrong sign', { ...plain, fPrime: (z) => -fPrime(z, 0) }, 'σ′ is not the derivative of σ'],
  ['no σ′ at all', { ...plain, fPrime: () => 1 }, 'σ′ is not the derivative of σ'],
  ['σ′ = a(1 − a)', { ...plain, fPrime: (_z, a) => a * (1 - a) }, 'σ′ has lost its digits: near z = '],
  ['tanh′ = 1 − a²', { ...withTanh, fPrime: (_z, a) => 1 - a * a }, 'σ′ has lost its digits'],
  ['σ′ cut off at 30', { ...plain, fPrime: (z) => (z > 30 ? 0 : fPrime(z, 0)) }, 'σ′ is cut off: σ′(30) = '],
  ['σ′ cut off at −20', { ...plain, fPrime: (z) => (z < -20 ? 0 : fPrime(z, 0)) }, 'σ′ is not the derivative of σ'],
  ['an overflow', { name: 'naive softplus', f: (z) => Math.log1p(Math.exp(z)), fPrime: softplus.fPrime }, 'infinite where mathematics is finite: σ(745.2) = Infinity, although σ(709.78'],
  ['∞/∞', { name: 'naive tanh', f: (z) => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z)), fPrime: tanh.fPrime }, 'NaN where mathematics is finite: σ(-745.2) = NaN'],
  ['NaN that becomes 0', { name: 'naive relu', f: (z) => (z > 0 ? z : 0), fPrime: (z) => Math.sign(Math.max(0, z)) }, 'NaN is swallowed: σ(NaN) = 0, expected NaN'],
  ['NaN swallowed by σ′', { name: 'naive relu', f: (z) => Math.max(0, z), fPrime: (z) => (z > 0 ? 1 : 0) }, 'NaN is swallowed: σ′(NaN) = 0, expected NaN'],
  ['NaN swallowed by the complex form', { ...plain, complex: (re, im) => (re > -1e300 ? sigmoid.complex!(re, im) : [0, 0]) }, 'NaN is swallowed: complex(NaN, 0) = 0 + i 0'],
  ['0 and −0 apart', { ...plain, f: (z) => (Object.is(z, -0) ? 0.75 : f(z)) }, '0 and −0 differ: σ(0) = 0.5, σ(−0) = 0.75'],
  ['a wrong limit', { ...plain, f: (z) => (z === Infinity ? 2 : f(z)) }, 'wrong at infinity: σ(Infinity) = 2, its limit is 1'],
  ['no number', { ...plain, f: ((z: number) => (z === 17 ? undefined : f(z))) as (z: number) => number }, 'not a number: σ(17) is undefined'],
  ['null', { ...plain, f: ((z: number) => (z === 17 ? null : f(z))) as (z: number) => number }, 'not a number: σ(17) is null'],
  ['state', { ...plain, f: (z) => f(z) + 1e-13 * (calls++ % 7) }, 'keeps state: σ('],
  ['a jump', { name: 'step', f: (z) => (Number.isNaN(z) ? z : z < 1 ? 0 : 1), fPrime: () => 0 }, 'σ jumps: at z = 1, from 0 to 1'],
  ['σ′ between the two slopes of a kink', { name: 'abs', f: Math.abs, fPrime: (z) => (z === 0 ? 0.5 : Math.sign(z)) }, 'σ′ at a kink is neither one-sided slope: σ′(0) = 0.5'],
  ['digits too rough for differences', { name: 'rough', f: (z) => 1e300 + z * 0, fPrime: () => 5 }, 'σ is too large or too rough for differences: near z = '],
  ['a complex form of another function', { ...plain, complex: tanh.complex! }, 'the complex form is another function: complex('],
  ['a complex form that does not fit σ′', { ...plain, complex: (re, im) => [f(re), 1.001 * sigmoid.complex!(re, im)[1]] }, 'σ′ is not the derivative of the complex form: σ′('],
  ['a complex form right for small steps only', { ...plain, complex: (re, im) => [f(re), im * fPrime(re, 0)] }, 'the complex form has no complex derivative: at '],
  ['a σ′ that asks more of a than float32 leaves', { ...plain, fPrime: (z, a) => fPrime(z, 0) * (1 + 100 * (a - f(z))) }, 'pullback is not g · fPrime: z = '],
  ['a kernel of another function', { ...plain, kernel: 'tanh' }, 'apply is not f: z = '],
])('finds %s', (_what, definition, finding) => {
  expect(findings(defineActivation(definition))).toContain(finding)
})

it.each<[string, Partial<Activation>, string]>([
  ['changes z', { apply: (z, a) => { sigmoid.apply(z, a); z.data.fill(1) } }, 'an input is changed: z (row 0, sample 0) of '],
  ['changes g', { pullback: (z, a, g, delta) => { sigmoid.pullback(z, a, g, delta); g.data.fill(1) } }, 'an input is changed: g'],
  ['changes a in pullback', { pullback: (z, a, g, delta) => { sigmoid.pullback(z, a, g, delta); a.data.fill(1) } }, 'an input is changed: a'],
  ['leaves the last row out', { apply: (z, a) => { for (let i = 0; i < z.cols; i++) for (let j = 0; j < z.rows - 1; j++) a.set(j, i, f(z.get(j, i))) } }, 'an entry is not written, or NaN: a (row 4, sample 0) of 5 × 4 float64 on reference'],
  ['leaves the last row of delta out', { pullback: (z, _a, g, delta) => { for (let i = 0; i < z.cols; i++) for (let j = 0; j < z.rows - 1; j++) delta.set(j, i, g.get(j, i) * fPrime(z.get(j, i), 0)) } }, 'an entry is not written, or NaN: delta (row 4'],
  ['writes past the end', { apply: (z, a) => { sigmoid.apply(z, a); a.buffer[a.offset + a.rows * a.cols] = 0 } }, 'writes past the end of a matrix: 5 × 4'],
  ['couples the samples of a batch', { apply: (z, a) => { sigmoid.apply(z, a); if (a.cols > 1) a.set(0, 1, a.get(0, 1) + 1e-9 * z.get(0, 0)) } }, 'a sample depends on its neighbours: column 1, a (row 0'],
  ['couples the deltas of a batch', { pullback: (z, a, g, delta) => { sigmoid.pullback(z, a, g, delta); if (a.cols > 1) delta.set(0, 1, delta.get(0, 1) + 1e-9 * z.get(0, 0)) } }, 'a sample depends on its neighbours: column 1, delta (row 0'],
  ['is wrong when delta is g', { pullback: (z, a, g, delta) => { delta.data.fill(0); for (let i = 0; i < z.data.length; i++) delta.data[i] = g.data[i] * fPrime(z.data[i], 0) } }, 'wrong when delta is g: delta'],
  ['is wrong when a is z', { apply: (z, a) => { a.data.fill(0); for (let i = 0; i < z.data.length; i++) a.data[i] = f(z.data[i]) } }, 'wrong when a is z: a (row 0'],
  ['has another pullback than fPrime', { pullback: (z, a, g, delta) => { sigmoid.pullback(z, a, g, delta); for (let i = 0; i < delta.data.length; i++) delta.data[i] *= 1.0001 } }, 'pullback is not g · fPrime'],
  ['has another apply than f', { apply: (z, a) => { sigmoid.apply(z, a); for (let i = 0; i < a.data.length; i++) a.data[i] += 1e-5 } }, 'apply is not f'],
  ['has no name', { name: '' }, 'has no name'],
  ['throws', { apply: () => { throw new Error('out of order') } }, 'throws: Error: out of order'],
  ['refuses the layer', { check: () => { throw new Error('no such layer') } }, 'throws: Error: no such layer'],
  ['names a kernel that it is not', { kernelOf: () => 'tanh' }, 'kernelOf is not kernel: kernelOf(0) is tanh, kernel is sigmoid'],
])('finds an activation that %s', (_what, part, finding) => {
  expect(findings({ ...sigmoid, ...part })).toContain(finding)
})

it('finds an activation that remembers its last call', () => {
  let before = 0
  const remembers: Activation = {
    ...sigmoid,
    apply(z, a) {
      sigmoid.apply(z, a)
      a.data[0] += before
      before = 1e-3 * z.data[0]
    },
  }
  expect(findings(remembers)).toContain('keeps state: a (row 0, sample 0) of 5 × 4 float64 on reference was ')
})

const byColumn = (each: (a: ArrayLike<number>, g: ArrayLike<number>, j: number) => number): Activation['pullback'] => (_z: Matrix, a, g, delta) => {
  for (let i = 0; i < a.cols; i++) {
    const [column, before] = [a.column(i), g.column(i).slice()]
    for (let j = 0; j < a.rows; j++) delta.set(j, i, each(column, before, j))
  }
}
const dot = (a: ArrayLike<number>, g: ArrayLike<number>) => Array.from(a).reduce((sum, x, k) => sum + x * g[k], 0)
// Without a kernel name, so that nothing is compared with the right one.
const mixing = { ...softmax, kernelOf: () => undefined }

it.each<[string, Partial<Activation>, string]>([
  ['only the diagonal of the Jacobian', { pullback: byColumn((a, g, j) => g[j] * a[j] * (1 - a[j])) }, 'pullback is not the transposed Jacobian times g: delta of neuron '],
  ['a Jacobian off by 0.05 %', { pullback: byColumn((a, g, j) => 1.0005 * a[j] * (g[j] - dot(a, g))) }, 'pullback is not the transposed Jacobian times g'],
  ['the form that cancels in saturation', { pullback: byColumn((a, g, j) => a[j] * (g[j] - dot(a, g))) }, 'pullback has lost its digits: delta of neuron '],
  ['the name of another kernel for a layer', { kernelOf: () => 'sigmoid' }, 'kernelOf names another function: neuron 0, sample 0, float64 on reference: apply gives '],
  ['the name of another kernel for a neuron', { kernelOf: (neuron: number) => (neuron === 1 ? 'relu' : undefined) }, 'kernelOf names another function: neuron 1'],
  ['an overflow', { apply: (z, a) => { for (let i = 0; i < z.cols; i++) { const e = Array.from(z.column(i), Math.exp); e.forEach((x, j) => { a.set(j, i, x / e.reduce((s, y) => s + y, 0)) }) } } }, 'not finite where mathematics is: a of neuron '],
  ['NaN that stays out of its column', { apply: (z, a) => { softmax.apply(z, a); a.data.forEach((x, i) => { if (Number.isNaN(x)) a.data[i] = 0 }) } }, 'NaN is swallowed: z (row 0, sample 0) = NaN leaves a without NaN'],
  ['NaN that leaves its column', { apply: (z, a) => { softmax.apply(z, a); if (a.data.some(Number.isNaN)) a.data.fill(NaN) } }, 'a sample depends on its neighbours: z (row 0, sample 0) = NaN changes a (row 0, sample 1)'],
])('finds, where neurons are mixed, %s', (_what, part, finding) => {
  expect(findings({ ...mixing, ...part })).toContain(finding)
})

it('finds base first and the modified row after it, which is wrong where delta is g', () => {
  const right = perNeuron(sigmoid, { 2: tanh })
  const wrong: Activation = {
    ...right,
    pullback(z, a, g, delta) {
      sigmoid.pullback(z, a, g, delta)
      for (let i = 0; i < z.cols; i++) delta.set(2, i, g.get(2, i) * tanh.fPrime(z.get(2, i), 0))
    },
  }
  expect(findings(wrong)).toContain('wrong when delta is g: delta (row 2, sample 0)')
})

it('finds a kernel of a backend that is off by more than 4 ulp, or wrong on a run of rows', () => {
  const kernel = reference.kernels.sigmoid!
  const off: Backend = { ...reference, name: 'off', kernels: { sigmoid: { ...kernel, apply(shape, z, a) { kernel.apply(shape, z, a); a.buffer[a.offset] += 1e-6 } } } }
  expect(findings(sigmoid, [off])).toContain('apply is not f: z = 0, float64 on off: 0.500001, f gives 0.5')
  const tall: Backend = { ...reference, name: 'tall', kernels: { sigmoid: { ...kernel, apply: ({ cols, stride }, z, a) => kernel.apply({ rows: stride, cols, stride }, z, a) } } }
  expect(findings(sigmoid, [reference, tall])).toContain('wrong on a run of rows: apply of rows 1 … 6 of 8, float64 on tall')
})

it('lets a kernel round the parts of a σ′ that passes 0, but no more', () => {
  const kernel = reference.kernels.gelu!
  const rounding = (size: number): Backend => ({
    ...reference,
    kernels: {
      gelu: {
        ...kernel,
        pullback(shape, z, a, g, delta) {
          kernel.pullback(shape, z, a, g, delta)
          for (let i = 0; i < shape.cols * shape.stride; i++) if (Math.abs(z.buffer[z.offset + i] + 0.75) < 0.2) delta.buffer[delta.offset + i] += size
        },
      },
    },
  })
  expect(findings(gelu, [rounding(5e-17)])).toBe('none')
  expect(findings(gelu, [rounding(1e-14)])).toContain('pullback is not g · fPrime: z = -0.9')
})

it('finds a kernel that perNeuron names for the wrong neuron', () => {
  const wrong = { ...perNeuron(sigmoid, { 2: tanh }), kernelOf: (neuron: number) => (neuron === 3 ? 'tanh' : 'sigmoid') }
  expect(findings(wrong)).toContain('kernelOf names another function: neuron 2')
})

it('a wrong plugin of many inputs gets a message that can be read', () => {
  const message = findings(defineActivation({ ...plain, fPrime: (z) => 2 * fPrime(z, 0) }))
  expect(message.split('\n').length).toBeLessThan(12)
  expect(message).toMatch(/σ′ is not the derivative of σ: at \d+ more inputs/)
})

it.each([0, 2.5, -1, NaN])('refuses %s neurons', (neurons) => {
  expect(() => checkActivation(sigmoid, { neurons })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'neurons', got: String(neurons) }))
})

it('passes plugins as people write them, and reports their kinks and where they saturate', () => {
  const softsign = defineActivation({ name: 'softsign', f: (z) => z / (1 + Math.abs(z)), fPrime: (z) => 1 / (1 + Math.abs(z)) ** 2 })
  expect(checkActivation(softsign)).toEqual({ name: 'softsign', findings: [], kinks: [], saturation: { low: -9, high: 9 } })
  const hat = defineActivation({
    name: 'hard sigmoid',
    f: (z) => Math.min(1, Math.max(0, z / 6 + 0.5)),
    fPrime: (z) => (Number.isNaN(z) ? z : z > -3 && z < 3 ? 1 / 6 : 0),
  })
  expect(checkActivation(hat)).toEqual({ name: 'hard sigmoid', findings: [], kinks: [-3, 3], saturation: { low: -3, high: 3 } })
  const square = defineActivation({ name: 'square', f: (z) => z * z, fPrime: (z) => 2 * z })
  expect(checkActivation(square)).toEqual({ name: 'square', findings: [], kinks: [], saturation: { low: undefined, high: undefined } })
  const exponential = defineActivation({ name: 'exponential', f: Math.exp, fPrime: (_z, a) => a })
  expect(checkActivation(exponential).saturation).toEqual({ low: -4.605, high: undefined })
  const sine = defineActivation({ name: 'sine', f: Math.sin, fPrime: Math.cos, complex: (re, im) => [Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im)] })
  expect(checkActivation(sine).kinks).toEqual([])
  const swish = defineActivation({ name: 'swish', f: (z) => Math.max(z, -1e308) * f(z), fPrime: (z) => (Math.abs(z) < 1e3 ? f(z) + z * fPrime(z, 0) : f(z)) })
  expect(checkActivation(swish).findings).toEqual([])
  const constant = defineActivation({ name: 'constant', f: (z) => 0 * Math.max(-1, Math.min(1, z)), fPrime: () => 0 })
  expect(checkActivation(constant).saturation).toEqual({ low: 1024, high: -1024 })
})

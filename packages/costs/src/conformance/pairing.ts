import { random, zeros, type Dtype, type Matrix } from '@nablajs/linalg'
import type { PairingByColumn, PairingByNeuron } from '../cost.js'
import type { Domain } from './domain.js'
import type { Findings } from './findings.js'
import { shown, type Probe } from './probe.js'
import { slope } from './slope.js'

/** What of an activation a pairing is held against. Every activation of this project's contract is one. */
export interface OutputActivation {
  readonly name: string
  /** a = σ(z). */
  apply(z: Matrix, a: Matrix): void
  /** delta = (∂a/∂z)ᵀ g by column. */
  pullback(z: Matrix, a: Matrix, g: Matrix, delta: Matrix): void
  /** The kernel's name that neuron j, counted from 0, runs as. */
  kernelOf(neuron: number): string | undefined
}

/** How many layers of weighted inputs are drawn, and how wide. */
const DRAWS = 12
const WIDTH = 2
/** One weighted input of a layer each is put into saturation so far. */
const SATURATED = [17, 40, 100, 700, 1e4]
/** A pairing that is right agrees with differences to this share beside their bound, and to some roundings of a and y. */
const SHARE = 1e-10
const ROUNDINGS = 2 ** -48
/** Above this, δ by the pullback is no rounding: the pairing must have its sign. */
const SPEAKS = 1e-6
/** What float32 may change, a and y being of size 1. */
const ROUNDED = 1e-5
/** (z, a, y, out): how the engine knows a pairing by column. */
const BY_COLUMN = 4

/** The layer that a pairing is tried on. */
export interface OutputLayer {
  readonly neurons: number
  readonly targets: readonly ArrayLike<number>[]
  readonly domain: Domain
}

type Pairing = PairingByNeuron | PairingByColumn

/**
 * What a cost declares for an activation against ∂C_x/∂z: 7-point differences of C_x(σ(z)), and in saturation, where these
 * see nothing, the sign of the pullback of ∇ₐC_x. Finite everywhere, in both types, inputs left alone. Returns the kernels'
 * names that were proved; none where the cost declares nothing for this activation.
 *
 * Shapes: z, a, y and delta of every sample `neurons` numbers.
 */
export function checkPairings(
  probe: Probe,
  activation: OutputActivation,
  { neurons, targets, domain }: OutputLayer,
  findings: Findings,
): string[] {
  const kernels = Array.from({ length: neurons }, (_, j) => activation.kernelOf(j))
  const declared = (name: string) => probe.cost.pairings?.[name] !== undefined
  const names = [...new Set(kernels)].filter((name) => name !== undefined).filter(declared)
  const draw = random(1)
  for (const name of names) {
    for (let i = 0; i < DRAWS + 2 * SATURATED.length; i++) {
      const z = Array.from({ length: neurons }, () => WIDTH * draw.normal())
      const k = i - DRAWS
      if (k >= 0) z[k % neurons] = SATURATED[k >> 1] * (k % 2 === 0 ? 1 : -1)
      const sample = { name, z, y: Array.from(targets[i % targets.length]), domain }
      checkSample(probe, activation, kernels, sample, findings)
    }
  }
  return names
}

interface WeightedSample {
  readonly name: string
  readonly z: readonly number[]
  readonly y: readonly number[]
  readonly domain: Domain
}

function checkSample(
  probe: Probe,
  activation: OutputActivation,
  kernels: readonly (string | undefined)[],
  sample: WeightedSample,
  findings: Findings,
): void {
  const { name, z, y, domain } = sample
  const pairing = probe.cost.pairings?.[name]
  const a = outputs(activation, z, 'float64')
  const g = layerOf(z, 'float64')
  const nabla = probe.gradient(a.data.slice(), Float64Array.from(y), g.data)
  if (!pairing || !nabla) return
  g.data.set(nabla)
  const byPullback = layerOf(z, 'float64')
  activation.pullback(layerOf(z, 'float64'), a, g, byPullback)

  const delta = errorsBy(pairing, sample, a, findings)
  const inFloat32 = errorsBy(pairing, sample, outputs(activation, z, 'float32'), findings)
  for (let j = 0; j < z.length; j++) {
    if (kernels[j] !== name || !delta || !inFloat32) continue
    const where = `δ_${j} = ${delta[j]} at z = ${shown(z)}, y = ${shown(y)}`
    if (!Number.isFinite(delta[j]) || !Number.isFinite(inFloat32[j])) {
      findings.add(`the pairing with ${name} is not finite`, `${where}, in float32 ${inFloat32[j]}`)
      continue
    }
    const moved = (t: number) => outputs(activation, z.map((x, k) => (k === j ? t : x)), 'float64')
    const f = (t: number) => probe.value(moved(t).data, Float64Array.from(y))
    const { value, bound } = slope(f, z[j], 0, Infinity)
    const slack = 2 * bound + SHARE * Math.abs(value) + ROUNDINGS * Math.max(1, ...y.map(Math.abs))
    // An output that was rounded to an end of the domain: there the value is its clamp's, and does not move with z.
    const clamped = a.data.some((x) => domain.includes(x))
    if (!clamped && Number.isFinite(bound) && !(Math.abs(delta[j] - value) <= slack))
      findings.add(
        `the pairing with ${name} is not ∂C/∂z`,
        `${where}, differences of C(σ(z)) give ${value} ± ${bound.toExponential(1)}`,
      )
    const pulled = byPullback.data[j]
    if (Number.isFinite(pulled) && Math.abs(pulled) > SPEAKS && !(delta[j] * pulled > 0))
      findings.add(`the pairing with ${name} has the wrong sign, or none`, `${where}, the pullback of ∇ₐC gives ${pulled}`)
    if (!(Math.abs(inFloat32[j] - delta[j]) <= ROUNDED * Math.max(1, Math.abs(delta[j]))))
      findings.add(`the pairing with ${name} loses its digits in float32`, `${where}, in float32 ${inFloat32[j]}`)
  }
}

function layerOf(numbers: readonly number[], dtype: Dtype): Matrix {
  const layer = zeros(numbers.length, 1, { dtype })
  layer.data.set(numbers)
  return layer
}

function outputs(activation: OutputActivation, z: readonly number[], dtype: Dtype): Matrix {
  const a = layerOf(z, dtype)
  activation.apply(layerOf(z, dtype), a)
  return a
}

/** δ as the engine takes it from a pairing; nothing where the pairing breaks its contract. */
function errorsBy(
  pairing: Pairing,
  { name, z, y }: WeightedSample,
  a: Matrix,
  findings: Findings,
): ArrayLike<number> | undefined {
  const where = `at z = ${shown(z)}, y = ${shown(y)}`
  const inputs = [layerOf(z, a.dtype), a, layerOf(y, a.dtype)].map(({ data }) => ({ data, before: data.slice() }))
  const [zs, as, ys] = inputs.map(({ data }) => data)
  const ask = (): ArrayLike<number> | undefined => {
    const delta: unknown = isByColumn(pairing)
      ? pairing(zs, as, ys, zs.slice().fill(NaN))
      : Array.from(zs, (zj, j) => pairing(zj, as[j], ys[j]))
    if (isNumbers(delta, z.length)) return Array.from(delta)
    const wanted = isByColumn(pairing)
      ? `${z.length} numbers`
      : 'a number from each neuron; a pairing by column takes (z, a, y, out), which is how the engine knows it'
    findings.add(`the pairing with ${name} gives something else than numbers`, `${where}; expected ${wanted}`)
    return undefined
  }
  const delta = ask()
  const again = ask()
  if (delta && again && !Array.from(delta).every((x, j) => Object.is(x, again[j])))
    findings.add(`the pairing with ${name} keeps state`, `${where} it gives ${shown(delta)}, and then ${shown(again)}`)
  if (isByColumn(pairing)) {
    // A plain array shows a write past its end, since it grows.
    const out = z.map(() => NaN)
    pairing([...zs], [...as], [...ys], out)
    if (out.length > z.length)
      findings.add(
        `the pairing with ${name} writes past the end of out`,
        `${where} it makes an array of ${z.length} numbers longer`,
      )
  }
  for (const { data, before } of inputs)
    if (!data.every((x, j) => Object.is(x, before[j])))
      findings.add(
        `the pairing with ${name} changes an input`,
        `${where}: ${shown(before)} became ${shown(data)}`,
      )
  return delta
}

function isByColumn(pairing: Pairing): pairing is PairingByColumn {
  return pairing.length === BY_COLUMN
}

function isNumbers(delta: unknown, count: number): delta is ArrayLike<number> {
  if (typeof delta !== 'object' || delta === null || !('length' in delta) || delta.length !== count) return false
  return Array.from(delta as ArrayLike<unknown>).every((x) => typeof x === 'number')
}

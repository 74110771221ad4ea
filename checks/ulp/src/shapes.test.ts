import { wasm } from '@nablajs/backend-wasm'
import { random, reference, type Dtype, type Floats, type Operand, type Shape } from '@nablajs/linalg'
import { expect, it } from 'vitest'
import { claims } from './claims.js'

const backend = await wasm()
const names = [...new Set([...claims.map(({ kernel }) => kernel), 'softmax'])]
const DTYPES: readonly Dtype[] = ['float32', 'float64']
const CANARY = 77
/** Around every operand, so that what is written outside is seen. */
const MARGIN = 9
/** Heights that end in every lane of a vector, one run and columns apart. */
const SHAPES: readonly Shape[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 11].flatMap((rows) =>
  [0, 1, 2, 3].flatMap((cols) => [rows, rows + 1, rows + 4].map((stride) => ({ rows, cols, stride }))),
)

const inside = ({ rows, cols, stride }: Shape) => Array.from({ length: rows * cols }, (_, i) => Math.floor(i / rows) * stride + (i % rows))

/** Memory with a canary around and between its numbers. */
function filled(dtype: Dtype, shape: Shape, number: () => number, offset: number): Operand & { free(): void; numbers(): Floats } {
  const length = 2 * MARGIN + offset + shape.cols * shape.stride
  const region = backend.alloc(dtype, length)
  region.buffer.fill(CANARY, region.offset, region.offset + length)
  const operand = { buffer: region.buffer, offset: region.offset + MARGIN + offset }
  for (const at of inside(shape)) operand.buffer[operand.offset + at] = number()
  return { ...operand, free: () => region.free(), numbers: () => region.buffer.slice(region.offset, region.offset + length) }
}

it.each(names.flatMap((name) => DTYPES.map((dtype) => [name, dtype] as const)))('%s in %s maps its block and nothing else, at any shape and place, also in place', (name, dtype) => {
  const kernel = backend.kernels[name]!
  const draws = random(7)
  SHAPES.forEach((shape, n) => {
    const offset = n % 4
    const number = () => (name === 'log' ? 0.1 + draws.uniform() : 2 * draws.normal())
    const [z, a, g, delta] = [0, 1, 2, 3].map(() => filled(dtype, shape, number, offset))
    // One number at a time: the whole must have these bits; softmax by whole columns.
    const step = name === 'softmax' ? { rows: shape.rows, cols: 1, stride: shape.rows } : { rows: 1, cols: 1, stride: 1 }
    const [wantedA, wantedDelta] = [filled(dtype, shape, () => 0, offset), filled(dtype, shape, () => 0, offset)]
    const firsts = inside(shape).filter((_, i) => i % Math.max(step.rows, 1) === 0)
    const at = (operand: Operand, by: number) => ({ buffer: operand.buffer, offset: operand.offset + by })
    for (const by of firsts) kernel.apply(step, at(z!, by), at(wantedA, by))
    for (const by of firsts) kernel.pullback(step, at(z!, by), at(wantedA, by), at(g!, by), at(wantedDelta, by))

    kernel.apply(shape, z!, a!)
    kernel.pullback(shape, z!, a!, g!, delta!)
    expect(a!.numbers(), `${name} ${shape.rows} × ${shape.cols}, stride ${shape.stride}`).toEqual(wantedA.numbers())
    expect(delta!.numbers(), `${name}′ ${shape.rows} × ${shape.cols}, stride ${shape.stride}`).toEqual(wantedDelta.numbers())

    kernel.pullback(shape, z!, a!, g!, g!)
    kernel.apply(shape, z!, z!)
    expect(g!.numbers()).toEqual(wantedDelta.numbers())
    expect(z!.numbers()).toEqual(wantedA.numbers())
    for (const operand of [z!, a!, g!, delta!, wantedA, wantedDelta]) operand.free()
  })
})

it.each(Object.keys(reference.kernels))('%s does with NaN, ±0, ±∞ and numbers of every size what the reference backend does', (name) => {
  const z = [NaN, 0, -0, Infinity, -Infinity, 1e-30, -1e-30, 1e-3, -1e-3, 1, -1, 20, -20, 80, -80, 700, -700, 720, -720, 740, -740, 1e30, -1e30]
  for (const dtype of DTYPES) {
    const [mine, theirs] = [backend, reference].map((one) =>
      (name === 'softmax' ? [z.slice(5, 15), [0, NaN], [-Infinity, 0]] : [z]).flatMap((numbers) => {
        const shape = { rows: numbers.length, cols: 1, stride: numbers.length }
        const [x, a, g, delta] = [0, 1, 2, 3].map(() => one.alloc(dtype, numbers.length))
        numbers.forEach((number, j) => (x!.buffer[x!.offset + j] = number))
        numbers.forEach((_, j) => (g!.buffer[g!.offset + j] = (j % 5) - 2))
        one.kernels[name]!.apply(shape, x!, a!)
        one.kernels[name]!.pullback(shape, x!, a!, g!, delta!)
        const results = [a!, delta!].flatMap(({ buffer, offset }) => Array.from(buffer.subarray(offset, offset + numbers.length)))
        for (const region of [x!, a!, g!, delta!]) region.free()
        return results
      }),
    )
    const [epsilon, least] = dtype === 'float32' ? [2 ** -23, 2 ** -126] : [2 ** -52, 2 ** -1022]
    mine!.forEach((y, j) => {
      const t = theirs![j]!
      const near = Object.is(y, t) || y === t || Math.abs(y - t) <= 4 * epsilon * Math.abs(t) + least
      expect(near || (name === 'softmax' && Math.abs(y - t) <= 200 * epsilon * Math.abs(t)), `${name} ${dtype}, number ${j}: ${y}, reference ${t}`).toBe(true)
    })
  }
})

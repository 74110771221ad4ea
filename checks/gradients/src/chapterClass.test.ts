import { expect, it } from 'vitest'
import { ChapterClass } from './chapterClass.js'
import { BUILT_IN, COST, engineGradient, engineProblem } from './engine.js'
import { drawing } from './drawing.js'
import { inFloat32 } from './inFloat32.js'
import { flattened, relativeDifference } from './oracle/relativeDifference.js'
import type { Problem } from './oracle/problem.js'
import { randomNet } from './randomNets.js'

const NETS = 400
const SEED = 3

/**
 * The largest |z|: about what the book's standard normal start gives. The loops divide by a(1 − a) in BP1 and multiply by
 * σ′, as the text does; farther out that loses digits which the engine keeps, and the oracle is what it is held to.
 */
const REACH = 3

/** float64: as the goal of the oracle. float32: a hundred and sixty roundings of 2⁻²⁴. */
const WITHIN = { float64: 1e-12, float32: 1e-5 } as const

const chapterClass = ({ layers, cost }: Problem) =>
  new ChapterClass(
    layers.map(({ w, b, activation, own }) => ({
      w,
      b,
      sigma: activation === 'softmax' ? activation : b.map((_, j) => BUILT_IN[own.get(j) ?? activation]),
    })),
    COST[cost],
  )

it.each(['float64', 'float32'] as const)('the engine in %s equals the chapter in naive loops on hundreds of random networks', (dtype) => {
  let worst = 0
  for (let number = 0; number < NETS; number++) {
    const drawn = randomNet(SEED, number, { reach: REACH })
    const problem = dtype === 'float32' ? inFloat32(drawn) : drawn
    const loops = flattened(chapterClass(problem).gradient(problem.inputs, problem.targets, problem.weights))
    const put = engineProblem(problem, { dtype })
    const difference = relativeDifference(engineGradient(put).flat, loops)
    put.net.close()
    expect(difference, `net ${number}`).toBeLessThanOrEqual(WITHIN[dtype])
    worst = Math.max(worst, difference)
  }
  // A comparison of something with itself would find 0.
  expect(worst).toBeGreaterThan(0)
})

it('the random networks have every depth, width, batch size, activation and cost', () => {
  const problems = Array.from({ length: NETS }, (_, number) => randomNet(SEED, number, { reach: REACH }))
  const distinct = (values: readonly unknown[]) => new Set(values).size
  expect(distinct(problems.map(({ layers }) => layers.length))).toBe(6)
  expect(distinct(problems.flatMap(({ layers }) => layers.map(({ b }) => b.length)))).toBe(8)
  expect(distinct(problems.map(({ inputs }) => inputs.length))).toBe(6)
  expect(distinct(problems.flatMap(({ layers }) => layers.map(({ activation }) => activation)))).toBe(10)
  expect(distinct(problems.map(({ cost }) => cost))).toBe(5)
  expect(problems.some(({ layers }) => layers.some(({ own }) => own.size > 0))).toBe(true)
  expect(problems.some(({ weights }) => weights !== undefined)).toBe(true)
})

it('a net has its number: it is the same whichever was made before', () => {
  expect(randomNet(SEED, 17)).toEqual(randomNet(SEED, 17))
  expect(drawing(1, 2).uniform()).not.toBe(drawing(2, 1).uniform())
})

import { expect, it } from 'vitest'
import { quadratic } from '@nablajs/costs'
import { updateMiniBatch } from '@nablajs/trainer'
import { fromArray } from '@nablajs/linalg'
import { compare } from './compare.js'
import { networkFrom } from './ours.js'
import { plainJavaScript } from './plainJavaScript.js'

it('measures the same algorithm: one step by hand and one of ours end at the same weights', () => {
  const workload = { sizes: [5, 4, 3], batch: 2, eta: 0.5 }
  const wave = (length: number, by: number) => Float32Array.from({ length }, (_, i) => Math.sin(by * (i + 1)))
  const start = { w: [wave(20, 1), wave(12, 2)], b: [wave(4, 3), wave(3, 4)] }
  const [x, y] = [wave(10, 5), wave(6, 6).map(Math.abs)]
  const net = networkFrom(workload, start)
  updateMiniBatch(net, fromArray(x, 5, 2), fromArray(y, 3, 2), { cost: quadratic, learningRate: 0.5 })
  plainJavaScript(workload, start, x, y)(0)
  start.w.forEach((weights, l) => {
    net.w[l + 2].toRows().flat().forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 6))
  })
})

it('gives a figure for each round', async () => {
  const { plain, ours, ratios } = await compare(2, 20)
  expect([plain.length, ours.length, ratios.length]).toEqual([2, 2, 2])
  expect(ratios.every((ratio) => ratio > 0)).toBe(true)
})

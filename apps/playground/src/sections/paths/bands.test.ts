import { sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { paths } from '@nablajs/explain'
import { expect, it } from 'vitest'
import { netLayout } from '../../net/netLayout.js'
import { bands } from './bands.js'
import { MOST_LISTED } from './listed.js'

const sizes = [2, 3, 4, 3, 2]
const L = sizes.length
const net = network(sizes, { activation: sigmoid, seed: 3, dtype: 'float64' })
const walked = paths(net, quadratic, Float64Array.of(1, -1), Float64Array.of(1, 0), { weight: { layer: 2, j: 1, k: 0 } })
const at = (mergedFrom: number) => bands({ walked, layout: netLayout(sizes), mergedFrom, L })
const total = (values: readonly { value: number }[]) => values.reduce((sum, { value }) => sum + value, 0)

it('not merged, every path is a ribbon of its own from the weight to the cost', () => {
  const ribbons = at(L)
  expect(ribbons).toHaveLength(walked.count)
  expect(walked.count).toBe(MOST_LISTED)
  for (const { points, isFused } of ribbons) expect([points.split(' ').length, isFused]).toEqual([L + 1, false])
  expect(new Set(ribbons.map(({ value }) => value))).toEqual(new Set(walked.paths.map(({ product }) => product)))
})

it.each([4, 3, 2])('merged from layer %i on, through every layer goes the same sum, ∂C/∂w', (mergedFrom) => {
  const all = at(mergedFrom)
  const apart = all.filter(({ isFused }) => !isFused)
  expect(apart).toHaveLength(sizes.slice(2, mergedFrom).reduce((product, size) => product * size, 1))
  expect(total(apart)).toBeCloseTo(walked.sum, 14)
  for (let layer = mergedFrom; layer <= L; layer++) {
    const through = all.filter(({ name, isFused }) => isFused && name.startsWith(`${layer}:`))
    expect(through).toHaveLength((layer === 2 ? 1 : sizes[layer - 1]!) * (sizes[layer] ?? 1))
    expect(total(through)).toBeCloseTo(walked.sum, 14)
  }
})

it('ribbons lie side by side, as thick as what they carry', () => {
  const [strongest, ...others] = at(L).toSorted((one, other) => other.thickness - one.thickness).slice(0, 6)
  for (const { value, thickness } of others) expect(thickness / strongest!.thickness).toBeCloseTo(Math.abs(value / strongest!.value), 10)
  expect(strongest!.thickness).toBeGreaterThan(2)
})

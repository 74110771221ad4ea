import { expect, it } from 'vitest'
import { digitsNetwork, PIXELS } from './digitsNetwork.js'
import { sheetOf, WEIGHT_END, weightPixels } from './weightPixels.js'

const [zero, positive, negative] = [[0, 0, 0], [200, 0, 0], [0, 0, 200]] as const

it('shows the weights that the engine has: sign by hue, size by strength', () => {
  const net = digitsNetwork({ hidden: 3, seed: 4, parameters: undefined })
  net.w[2]!.set(1, 300, WEIGHT_END / 2)
  net.w[2]!.set(1, 301, -WEIGHT_END)
  net.w[2]!.set(1, 302, 9)
  const pixels = weightPixels(Float32Array.from(net.parameters), 3, 1, zero, positive, negative)
  const pixel = (k: number) => [...pixels.slice(4 * k, 4 * k + 4)]
  expect([pixel(300), pixel(301), pixel(302)]).toEqual([[100, 0, 0, 255], [0, 0, 200, 255], [200, 0, 0, 255]])
  for (let k = 0; k < PIXELS; k++) {
    const weight = net.w[2]!.get(1, k)
    expect(pixel(k)[weight < 0 ? 2 : 0]).toBeCloseTo(Math.min(1, Math.abs(weight) / WEIGHT_END) * 200, -0.5)
  }
})

it.each([1, 7, 10, 30, 100])('%d images fit on their sheet and do not overlap', (count) => {
  const { at, width, height } = sheetOf(count)
  const places = Array.from({ length: count }, (_, j) => at(j))
  expect(new Set(places.map(String)).size).toBe(count)
  for (const [x, y] of places) expect(x % 30 === 0 && y % 30 === 0 && x + 28 <= width && y + 28 <= height).toBe(true)
})

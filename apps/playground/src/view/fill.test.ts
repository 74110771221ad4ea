import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fill } from './fill.js'

type Triple = [number, number, number]
const sheet = readFileSync(new URL('../style/tokens.css', import.meta.url), 'utf8')
const [lightPart = '', darkPart = ''] = sheet.split('@media (prefers-color-scheme: dark)')
const colour = (part: string, name: string): Triple => {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6})`, 'i').exec(part)![1]!
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(0), channel(2), channel(4)]
}

/** Linear sRGB to OKLab and back: B. Ottosson, "A perceptual color space for image processing", 2020. */
const toLab = ([r, g, b]: Triple): Triple => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
const fromLab = ([L, A, B]: Triple): Triple => {
  const l = (L + 0.3963377774 * A + 0.2158037573 * B) ** 3
  const m = (L - 0.1055613458 * A - 0.0638541728 * B) ** 3
  const s = (L - 0.0894841775 * A - 1.291485548 * B) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}
const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b
const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

it.each([
  ['light', lightPart, 'data-over-light'],
  ['dark', darkPart, 'data-over-dark'],
] as const)('every number on every fill can be read, %s: contrast of at least 4.5', (_, part, over) => {
  for (let value = -1; value <= 1; value += 0.001) {
    const filled = fill(value, 1)
    const [zero, end] = [toLab(colour(part, 'zero')), toLab(colour(part, filled['data-sign']))]
    const mixed = luminance(fromLab(zero.map((from, i) => from + (end[i]! - from) * Math.abs(value)) as Triple))
    const text = luminance(colour(part, filled[over] ? 'on-strong' : 'on-weak'))
    expect(contrast(mixed, text), `${value}`).toBeGreaterThanOrEqual(4.5)
  }
})

it('fills no further than the end, and by the sign', () => {
  expect(fill(-7, 3)).toMatchObject({ 'data-sign': 'negative', style: { '--share': '100.0%' } })
  expect(fill(0, 3)).toMatchObject({ style: { '--share': '0.0%' } })
})

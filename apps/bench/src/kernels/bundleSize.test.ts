import { expect, it } from 'vitest'
import { bundleSize } from './bundleSize.js'

it('counts what is left after minifying, and after gzip', async () => {
  expect((await bundleSize('globalThis.x = 1 + 1', '.')).minified).toBeLessThan(25)
  const { minified, gzip } = await bundleSize(`globalThis.x = '${'a'.repeat(1000)}'`, '.')
  expect([minified > 1000, gzip < 100]).toEqual([true, true])
})

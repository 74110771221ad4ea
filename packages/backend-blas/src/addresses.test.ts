import { expect, it } from 'vitest'
import { Addresses } from './addresses.js'
import { loadKoffi } from './loadKoffi.js'

const koffi = await loadKoffi()
const { buffer } = new WebAssembly.Memory({ initial: 16 })
const singles = new Float32Array(buffer)
const doubles = new Float64Array(buffer)

function addresses() {
  const result = new Addresses(koffi)
  result.add(singles)
  result.add(doubles)
  result.add(singles)
  return result
}

it('gives the address at which a number lies', () => {
  const known = addresses()
  singles[1001] = 1.5
  doubles[77] = 2.5
  expect(koffi.decode(known.of(singles, 1001), 'float')).toBe(1.5)
  expect(koffi.decode(known.of(doubles, 77), 'double')).toBe(2.5)
  expect(known.of(singles, 154)).toBe(known.of(doubles, 77))
})

it('gives the same after more addresses were asked for than it keeps', () => {
  const known = addresses()
  const first = known.of(singles, 0)
  for (let offset = 0; offset < 100_000; offset++) known.of(singles, offset)
  expect(known.of(singles, 0)).toBe(first)
  expect(known.of(singles, 99_999)).toBe(first + 4n * 99_999n)
})

it('refuses memory that was not given by the backend', () => {
  expect(() => addresses().of(new Float32Array(8), 0)).toThrow(expect.objectContaining({ code: 'ShapeError', side: 'backend' }))
})

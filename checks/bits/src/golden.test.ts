import { expect, it } from 'vitest'
import { lacking, wrong } from './golden.js'

const golden = { functions: { exp: 'aa' }, wasm: { W1: 'bb', W3: 'cc' } }

it('holds every thread count to the same hashes', () => {
  const { functions, wasm } = golden
  const found = { functions, 'wasm, 1 thread': wasm, 'wasm, 2 threads': wasm }
  expect([...wrong(golden, found), ...lacking(golden, found)]).toEqual([])
  const spoilt = { ...found, 'wasm, 2 threads': { ...wasm, W3: 'dd' } }
  expect(wrong(golden, spoilt)).toEqual(['wasm, 2 threads: W3: dd instead of cc'])
})

it('names what an engine lacks, and what it has beyond', () => {
  const found = { 'wasm, 1 thread': { W1: 'bb', W5: 'ee' } }
  expect(wrong(golden, found)).toEqual(['wasm, 1 thread: W5: ee instead of nothing'])
  expect(lacking(golden, found)).toEqual(['functions: nothing was found', 'wasm, 1 thread: W3: nothing was found'])
})

import { expect, it } from 'vitest'
import { differences } from './golden.js'

const golden = { functions: { exp: 'aa' }, wasm: { W1: 'bb', W3: 'cc' } }

it('holds every thread count to the same hashes', () => {
  const { functions, wasm } = golden
  expect(differences(golden, { functions, 'wasm, 1 thread': wasm, 'wasm, 2 threads': wasm })).toEqual([])
  expect(differences(golden, { functions, 'wasm, 1 thread': wasm, 'wasm, 2 threads': { ...wasm, W3: 'dd' } })).toEqual([
    'wasm, 2 threads: W3: dd instead of cc',
  ])
})

it('names what an engine lacks, and what it has beyond', () => {
  expect(differences(golden, { functions: golden.functions, wasm: { W1: 'bb', W5: 'ee' } })).toEqual([
    'wasm: W3: nothing instead of cc',
    'wasm: W5: ee instead of nothing',
  ])
  expect(differences(golden, { functions: golden.functions })).toEqual(['wasm: nothing was found'])
})

import { expect, it } from 'vitest'
import { isChosen } from './chosen.js'

it('chooses by beginnings of names, and all by none', () => {
  expect([isChosen('wasm exact 1t', ['torch', 'wasm']), isChosen('blas 1t', ['wasm']), isChosen('blas 1t', [])]).toEqual([true, false, true])
})

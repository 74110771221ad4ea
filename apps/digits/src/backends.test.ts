import { expect, it } from 'vitest'
import { backends } from './backends.js'

it('loads each backend by its name', async () => {
  expect((await backends.wasm()).name).toBe('wasm')
  expect((await backends.reference()).name).toBe('reference')
})

it('loads the BLAS of the machine, or says what to install', async () => {
  await backends.blas().then(
    ({ name }) => expect(name).toBe('blas'),
    (error: unknown) => expect(error).toMatchObject({ code: 'LibraryError' }),
  )
})

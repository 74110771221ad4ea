import { blas } from '@nablajs/backend-blas'
import { expect, it } from 'vitest'
import { importBlas } from './importBlas.js'

it('is what backend-blas exports, in Node', async () => {
  expect(String(await importBlas())).toBe(String(blas))
})

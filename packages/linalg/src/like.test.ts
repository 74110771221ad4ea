import { expect, it } from 'vitest'
import { fromColumns } from './fromColumns.js'
import { like } from './like.js'

it('has the shape, the type and the backend, and zeros', () => {
  const A = fromColumns([[1, 2, 3]], { dtype: 'float64' })
  expect(like(A)).toMatchObject({ rows: 3, cols: 1, dtype: 'float64', backend: A.backend })
  expect(like(A).data).toEqual(new Float64Array(3))
})

import { expect, it } from 'vitest'
import fc from 'fast-check'
import { descend } from './descend.js'
import { fromFunction } from './fromFunction.js'
import { fromRows } from './fromRows.js'
import { random } from './random.js'
import { reference } from './reference/reference.js'

const eta = fromRows([[0.5]], { dtype: 'float64' })

it('is w − η · (scale · δ aᵀ)', () => {
  const w = fromRows([[10, 20], [30, 40]])
  descend(eta, 0.1, fromRows([[1, 2], [3, 4]]), fromRows([[10, 0], [0, 100]]), w)
  expect(w.toRows()).toEqual([[9.5, 10], [28.5, 20]])
})

it('has the bits of its parts, in both types and for any shape', () => {
  const { descend: _, ...plain } = reference
  const size = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(size, size, size, fc.nat(), fc.constantFrom('float32', 'float64'), (n, k, m, seed, dtype) => {
      const [w, parts] = [reference, plain].map((backend) => {
        const draws = random(seed)
        const normal = (rows: number, cols: number) => fromFunction(rows, cols, () => draws.normal(), { dtype, backend })
        const [delta, a, updated] = [normal(n, m), normal(k, m), normal(n, k)]
        descend(eta, 1 / m, delta, a, updated)
        return updated
      })
      expect(w.data).toEqual(parts.data)
    }),
  )
})

import { expect, it } from 'vitest'
import { show } from './browsers.js'

it('shows backends by workloads, and what could not run by its reason', () => {
  const answers = [
    { workload: 'W1', id: 'a', rates: [1000, 3000, 2000] },
    { workload: 'W1', id: 'b', rates: [], cannot: 'no SIMD' },
  ]
  expect(show(answers)).toBe('                      W1\na  2.00k (1.00k … 3.00k)\nb                no SIMD')
})

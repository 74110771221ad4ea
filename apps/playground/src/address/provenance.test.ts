import { expect, it } from 'vitest'
import { provenance, type Role } from './provenance.js'

const sizes = [2, 3, 1]
const marked = (roles: ReadonlyMap<string, Role>, role: Role) =>
  [...roles].filter(([at, found]) => found === role && at.split(':').length > 2).map(([at]) => at).sort()

it('a weighted input is made of its row of w, the activations before it and its bias, and makes its activation', () => {
  const roles = provenance({ kind: 'z', layer: 2, j: 3 }, sizes)
  expect(marked(roles, 'self')).toEqual(['z:2:3'])
  expect(marked(roles, 'source')).toEqual(['a:1:1', 'a:1:2', 'b:2:3', 'w:2:3:1', 'w:2:3:2'])
  expect(marked(roles, 'target')).toEqual(['a:2:3'])
})

it('a weight multiplies one activation and goes into one weighted input', () => {
  const roles = provenance({ kind: 'w', layer: 2, j: 1, k: 2 }, sizes)
  expect(marked(roles, 'source')).toEqual(['a:1:2'])
  expect(marked(roles, 'target')).toEqual(['z:2:1'])
  expect(roles.get('w:2')).toBe('self')
})

it('an activation goes into every weighted input of the next layer, and the last into none', () => {
  expect(marked(provenance({ kind: 'a', layer: 1, j: 1 }, sizes), 'target')).toEqual(['z:2:1', 'z:2:2', 'z:2:3'])
  expect(marked(provenance({ kind: 'a', layer: 3, j: 1 }, sizes), 'target')).toEqual([])
})

it('a whole matrix lights all its entries', () => {
  expect(marked(provenance({ kind: 'w', layer: 3 }, sizes), 'self')).toEqual(['w:3:1:1', 'w:3:1:2', 'w:3:1:3'])
})

it('an error of a hidden layer is made of the errors after it, by the weights in between, and makes its gradients and the errors before it', () => {
  const roles = provenance({ kind: 'delta', layer: 2, j: 3 }, sizes)
  expect(marked(roles, 'source')).toEqual(['delta:3:1', 'w:3:1:3', 'z:2:3'])
  expect(marked(roles, 'target')).toEqual(['nablaB:2:3', 'nablaW:2:3:1', 'nablaW:2:3:2'])
})

it('an error of the last layer is made of the output, its target and its weighted input', () => {
  const roles = provenance({ kind: 'delta', layer: 3, j: 1 }, sizes)
  expect(marked(roles, 'source')).toEqual(['a:3:1', 'y:3:1', 'z:3:1'])
  expect(marked(roles, 'target')).toEqual(['delta:2:1', 'delta:2:2', 'delta:2:3', 'nablaB:3:1', 'nablaW:3:1:1', 'nablaW:3:1:2', 'nablaW:3:1:3'])
})

it('∂C/∂w is the activation before times the error after', () => {
  expect(marked(provenance({ kind: 'nablaW', layer: 2, j: 1, k: 2 }, sizes), 'source')).toEqual(['a:1:2', 'delta:2:1'])
})

it('∂C/∂w and ∂C/∂b go into the update of their own weight and bias', () => {
  expect(marked(provenance({ kind: 'nablaW', layer: 2, j: 1, k: 2 }, sizes), 'target')).toEqual(['w:2:1:2'])
  expect(marked(provenance({ kind: 'nablaB', layer: 2, j: 3 }, sizes), 'target')).toEqual(['b:2:3'])
})

it('a whole vector is made of whole matrices, and every entry of them lights', () => {
  const roles = provenance({ kind: 'delta', layer: 2 }, sizes)
  expect(marked(roles, 'source')).toEqual(['delta:3:1', 'w:3:1:1', 'w:3:1:2', 'w:3:1:3', 'z:2:1', 'z:2:2', 'z:2:3'])
  expect(marked(roles, 'self')).toEqual(['delta:2:1', 'delta:2:2', 'delta:2:3'])
})

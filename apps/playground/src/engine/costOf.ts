import { costs } from './names.js'
import type { PassInput, Quantities } from './quantities.js'

/** C_x of the reader's network, and ∂C_x/∂a^L_j of each output; or what they would be with another value of output j, all else as it is. */
export function costOf({ sizes, y, netCost }: Pick<PassInput, 'sizes' | 'y' | 'netCost'>, at: Quantities, instead?: { readonly j: number; readonly a: number }) {
  const outputs = Float64Array.from(y, (_, i) => (instead?.j === i + 1 ? instead.a : (at.get(`a:${sizes.length}:${i + 1}`) ?? NaN)))
  const targets = Float64Array.from(y)
  return { cost: costs[netCost].value(outputs, targets), slopes: Array.from(costs[netCost].gradient(outputs, targets, new Float64Array(y.length))) }
}

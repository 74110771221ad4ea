import { requireNetwork, type Network } from '@nablajs/backprop'
import { mixes } from '../mixes.js'
import { requireWeight, type Weight } from './weight.js'

/**
 * How many paths lead from a weight to the cost: the product of the widths of all later layers, times that of its own where neurons mix there.
 * None is walked.
 *
 * Shapes: returns a number, exact below 2⁵³. Throws `OptionError` for a weight that is not there.
 */
export function countPaths(net: Network, weight: Weight): number {
  requireNetwork('countPaths', net)
  requireWeight('countPaths', net, weight)
  const { layer } = weight
  const own = mixes(net.activation[layer], net.sizes[layer - 1]) ? net.sizes[layer - 1] : 1
  return net.sizes.slice(layer).reduce((product, width) => product * width, own)
}

import { OptionError } from '@nablajs/linalg'
import { isPromise, kindOf, WRITE_AWAIT } from './kindOf.js'
import type { Network } from './network.js'

/**
 * Refuses what is no network, such as the promise of one.
 *
 * Shapes: none. Throws `OptionError`.
 */
export function requireNetwork(operation: string, net: unknown): asserts net is Network {
  if (typeof net === 'object' && net !== null && 'batch' in net && 'activation' in net) return
  throw new OptionError({
    option: 'net',
    where: `${operation}, net`,
    expected: 'a network',
    got: kindOf(net),
    fix: isPromise(net) ? WRITE_AWAIT : 'Give what network() makes.',
  })
}

import { checkCost } from '@nablajs/costs/conformance'
import type { Vector } from '@nablajs/linalg'
import { costs, type CostName } from '../../engine/names.js'
import { costByRule, type Rule } from './rules.js'

/** What the kit that checks costs finds of one: nothing, or findings in its own words. */
export function askKit(rule: Rule, netCost: CostName): readonly string[] {
  const cost = costByRule(rule, costs[netCost], { outputsAround: sharedMemory, weight: () => 1 })
  try {
    checkCost(cost, { neurons: 1, domain: [0, 1] })
    return []
  } catch (error) {
    if (!(error instanceof Error && 'got' in error)) throw error
    return String(error.got).split('\n').filter((line) => line.startsWith('- ')).map((line) => line.slice(2))
  }
}

/** The kit lays samples side by side, as the engine does: those around one are what lies in the same memory. */
function sharedMemory(a: Vector): ArrayLike<number> {
  if (a instanceof Float64Array) return new Float64Array(a.buffer)
  return a instanceof Float32Array ? new Float32Array(a.buffer) : a
}

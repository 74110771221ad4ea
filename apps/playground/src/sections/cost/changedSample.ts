import { signal } from '@preact/signals'
import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import type { SampleCosts } from './samples.js'

/** The sample that was changed last, and what all cost before: until another is changed. */
const changed = signal<{ readonly sample: number; readonly before: SampleCosts } | undefined>(undefined)

/** A sample is about to be changed. */
export function change(sample: number, before: SampleCosts): void {
  if (changed.peek()?.sample !== sample) changed.value = { sample, before }
}

/** What a change of one sample did to the costs; before any, what to do. */
export function newsOf(now: SampleCosts): string {
  const { cost } = text.value
  const last = changed.value
  if (!last) return cost.dragOne
  const { sample, before } = last
  const moved = now.each.filter((one, i) => one !== before.each[i]).length
  const [byOne, byMean] = [(now.each[sample] ?? NaN) - (before.each[sample] ?? NaN), now.mean - before.mean]
  return moved > 1 ? cost.allMoved(moved, formatNumber(byOne), formatNumber(byMean)) : cost.oneMoved(sample + 1, formatNumber(byOne), formatNumber(byMean))
}

/** The costs are others now: what moved before them says nothing any more. */
export function forgetChange(): void {
  changed.value = undefined
}

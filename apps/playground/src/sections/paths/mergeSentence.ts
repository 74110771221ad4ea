import { text } from '../../state/store.js'
import { sizes } from '../../view/focus.js'
import { walked } from './experiments.js'
import { merged, mergedFrom } from './looking.js'
import { waysBetween } from './multiplications.js'

/** How far paths are merged, in words. */
export function mergeSentence(): string {
  const { paths } = text.value
  const { count, weight } = walked.value
  if (merged.value === 0) return paths.unmerged(String(count))
  return paths.step(mergedFrom.value, String(count), String(waysBetween(sizes.value, weight.layer, mergedFrom.value)))
}

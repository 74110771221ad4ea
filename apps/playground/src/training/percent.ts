import { formatNumber } from '../number/formatNumber.js'

/** A share as a reader says it; a dash where there is none. */
export function percent(share: number): string {
  return Number.isNaN(share) ? '–' : `${formatNumber(100 * share)} %`
}

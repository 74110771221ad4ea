import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Milliseconds in the unit that suits them. */
export function duration(ms: number): string {
  const { race } = text.value
  if (ms < SECOND) return race.milliseconds(formatNumber(ms))
  if (ms < 2 * MINUTE) return race.seconds(formatNumber(ms / SECOND))
  if (ms < 2 * HOUR) return race.minutes(formatNumber(ms / MINUTE))
  return ms < 2 * DAY ? race.hours(formatNumber(ms / HOUR)) : race.days(formatNumber(ms / DAY))
}

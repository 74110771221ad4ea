import { summary, type Summary } from './summary.js'

/** The ratios of rounds that were run side by side. Rounds that only one of the two has are left out. */
export function ratio(ours: readonly number[], theirs: readonly number[]): Summary {
  const rounds = Math.min(ours.length, theirs.length)
  return summary(ours.slice(0, rounds).map((rate, round) => rate / theirs[round]))
}

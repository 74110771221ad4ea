import { OptionError } from '@nablajs/linalg'

/** −4 … 4 in tenths: far enough for the linear prediction to break down, close enough to see where. */
const END = 4
const STEPS_EACH_WAY = 40

/**
 * The changes that are asked for, as a list.
 *
 * Shapes: one number or several. Throws `OptionError` for none, or one that is not finite.
 */
export function requireChanges(deltaZ: number | readonly number[] | undefined): readonly number[] {
  if (deltaZ === undefined) return Array.from({ length: 2 * STEPS_EACH_WAY + 1 }, (_, i) => (END * (i - STEPS_EACH_WAY)) / STEPS_EACH_WAY)
  const changes = typeof deltaZ === 'number' ? [deltaZ] : Array.from(deltaZ)
  const wrong = changes.find((change) => !Number.isFinite(change))
  if (changes.length > 0 && wrong === undefined) return changes
  throw new OptionError({
    option: 'deltaZ',
    where: 'demon, deltaZ',
    expected: 'a finite number, or several',
    got: changes.length === 0 ? 'none' : String(wrong),
    fix: 'Give what is added to z, such as 0.1 or [−1, −0.1, 0.1, 1]; leave it out for −4 … 4.',
  })
}

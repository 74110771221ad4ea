import { OptionError } from '@nablajs/linalg'

/**
 * Throws `OptionError` unless the option is a whole number in least … most.
 *
 * Shapes: scalar.
 */
export function requireIndex(operation: string, option: string, value: unknown, least: number, most: number): void {
  if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) return
  const isLayer = option.endsWith('layer')
  throw new OptionError({
    option,
    where: `${operation}, ${option}`,
    expected: `a whole number of ${least} … ${most}`,
    got: String(value),
    fix: isLayer ? 'Layers run 2 … L; layer 1 is the input, which has no weights.' : 'Neurons are counted from 0: the row of z, or the row and column of w.',
  })
}

import { nearest } from '@nablajs/data'
import { OptionError } from '@nablajs/linalg'

/**
 * What a name stands for.
 *
 * Shapes: none. Throws `OptionError` for a name that is not there, with the nearest one.
 */
export function choose<Value>(option: string, name: string, from: ReadonlyMap<string, Value>): Value {
  const value = from.get(name)
  if (value !== undefined) return value
  const close = nearest(name, [...from.keys()])
  throw new OptionError({
    option,
    where: `--${option} ${name}`,
    expected: `one of ${[...from.keys()].join(', ')}`,
    got: name,
    fix: close === undefined ? 'Choose one of them.' : `Did you mean ${close}?`,
  })
}

import type { Backend, FlatStep } from './backend.js'

/**
 * The step over flat vectors of that name, where the backend has one. Here is the only place that looks one up.
 *
 * Shapes: as in `FlatStep`.
 */
export function nativeStep(name: string, { steps }: Backend): FlatStep | undefined {
  // An object has names by birth, such as `constructor`; they are no steps.
  if (steps && Object.hasOwn(steps, name)) return steps[name]
}

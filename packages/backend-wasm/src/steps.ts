import { STEP_SCALARS, type Backend, type FlatStep, type Operand } from '@nablajs/linalg'
import type { Memories } from './memories.js'

/**
 * The steps over flat vectors of the module, by name.
 *
 * Shapes: as in `FlatStep`.
 */
export function steps(names: readonly string[], memories: Memories): NonNullable<Backend['steps']> {
  return Object.fromEntries(names.map((name) => [name, step(name, memories)]))
}

function step(name: string, { of }: Memories): FlatStep {
  return (first, end, scalars, w, g, state) => {
    const { buffer, offset } = w
    const { operations, scratch, float64 } = of(buffer)
    copyScalars(scalars, float64, scratch >> 3)
    const { step_f32, step_f64 } = operations.steps[name]
    // What a rule has no vector for is not read.
    const state0 = state.length > 0 ? state[0].offset : 0
    const state1 = state.length > 1 ? state[1].offset : 0
    if (buffer.BYTES_PER_ELEMENT === 4) step_f32(first, end, scratch, offset << 2, g.offset << 2, state0 << 2, state1 << 2)
    else step_f64(first, end, scratch, offset << 3, g.offset << 3, state0 << 3, state1 << 3)
  }
}

/** Into the memory of the step, where its threads find them; no product is under way that has its factors there. */
function copyScalars({ buffer, offset }: Operand, to: Float64Array, at: number): void {
  for (let i = 0; i < STEP_SCALARS; i++) to[at + i] = buffer[offset + i]
}

import { wasm } from '@nablajs/backend-wasm'
import { bits, fewBits } from './bits.js'
import { droppedNetworks } from './droppedNetworks.js'
import { liveNetworks } from './liveNetworks.js'

const LIVE = 500
const DROPPED = 1000

/** What the program can be asked for. Each gives something that JSON can hold. */
export const tasks = {
  bits,
  fewBits,
  liveNetworks: async () => liveNetworks(await wasm(), LIVE),
  droppedNetworks: async () => droppedNetworks(await wasm(), DROPPED),
}

/** The name of one. */
export type Task = keyof typeof tasks

/** What comes back: what the task gave, or how it failed. */
export type Answer = { readonly value: unknown } | { readonly error: string }

/** Runs a task. Never rejects. */
export async function answer(task: string): Promise<Answer> {
  try {
    const wanted = Object.entries(tasks).find(([name]) => name === task)
    if (!wanted) throw new RangeError(`no task '${task}'`)
    return { value: await wanted[1]() }
  } catch (error) {
    return { error: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) }
  }
}

import type { NodeForm } from './installed.js'
import type { Answer, Task } from './program/tasks.js'

/** An engine in which the program runs. */
export interface Environment {
  /** As it is reported, with its version. */
  readonly name: string
  /** What a task gives there. Rejects where it fails. */
  run(task: Task, options?: RunOptions): Promise<unknown>
  close(): Promise<void>
}

/** How a task is run, where the engine has a choice. */
export interface RunOptions {
  /** In a page itself instead of in a worker. */
  inPage?: boolean
  /** On a page whose policy is `script-src 'self' 'wasm-unsafe-eval'`; otherwise on one that is isolated, so that threads work. */
  strict?: boolean
  /** In Node: as a module unless said. */
  form?: NodeForm
  /** Flags of Node. */
  flags?: readonly string[]
}

/** What the program answered. Throws where it failed. */
export function valueOf(name: string, task: Task, answer: Answer): unknown {
  if ('error' in answer) throw new Error(`${task} in ${name}: ${answer.error}`)
  return answer.value
}

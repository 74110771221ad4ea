/** What a terminal is to a command: a stream that may know its width. */
export type Out = NodeJS.WritableStream & { isTTY?: boolean; columns?: number }

/** All that a command sees of the world around it. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { isTTY?: boolean }
  /** Results, and nothing else. */
  readonly stdout: Out
  /** What is said on the way. */
  readonly stderr: Out
  /** Relative paths begin here. */
  readonly cwd: string
}

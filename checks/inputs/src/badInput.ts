/** Where a bad input is given: a folder of its own, and the command in it. */
export interface Place {
  readonly folder: string
  /** Runs a command line of `nabla` in the folder, without what it says on the way unless told. */
  nabla(words: readonly string[], options?: { stdin?: string; aloud?: boolean }): Promise<Ran>
}

/** What a command left behind. */
export interface Ran {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** What came of a bad input: what a command left behind, or what is seen. Undefined where it cannot be given on this machine. */
export type Came = Ran | string | undefined

/** Gives a bad input. Throws, rejects, or comes back with an exit code above 0, where it is refused. */
export type Give = (place: Place) => Came | Promise<Came>

interface Given {
  /** Its place in the list; several ways to make the same mistake have one number. */
  readonly number: number
  /** What is given, in words. */
  readonly given: string
  /** The files that are there. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** What stands in for the real thing, where that cannot be had in a test. */
  readonly simulated?: string
  readonly give: Give
}

/** It has to be refused, by an error that names where it is and a way out. */
export interface Refused extends Given {
  readonly answer: 'error'
  /** Parts that the message must have. */
  readonly names: readonly string[]
}

/** It has to be decided, and the decision said. */
export interface Decided extends Given {
  readonly answer: 'policy'
  /** The policy in words. */
  readonly policy: string
  /** Parts of what is said about it. */
  readonly names: readonly string[]
}

/** Something that users really give by mistake, and what has to come of it. */
export type BadInput = Refused | Decided

/** What a child process is asked: to run one test file, or the suite for plugin authors, with one file changed or none. */
export interface Job {
  /** The file that is changed; a path in the repository. */
  readonly file: string
  /** The text that stands in the place of the file's own. */
  readonly text: string
  /** The test that must go red, or the suite that must refuse the file's plugins. */
  readonly by: { readonly test: string } | { readonly suite: string }
  /** More turns of the file's loops than this are a hang. */
  readonly steps: number
  /** A verdict that takes longer is a hang outside the loops that are counted. */
  readonly patience: number
}

/** What came of it. */
export interface Verdict {
  /** How many tests the file has, or how many plugins were checked. */
  readonly tests: number
  /** What went red; absent where all was green. */
  readonly failure?: string
  readonly hung: boolean
  /** Turns of the file's loops. */
  readonly steps: number
  readonly ms: number
}

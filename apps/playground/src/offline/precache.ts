/** What a build consists of: every file's path in it, and the integrity of what is in the file. */
export interface Precache {
  /** Changes with any file. */
  readonly version: string
  /** Fetched when the page is first visited. */
  readonly files: Readonly<Record<string, string>>
  /** Large ones, kept once they were asked for. */
  readonly later: Readonly<Record<string, string>>
}

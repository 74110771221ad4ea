/** A seeded bug: one text of one file put in the place of another, and the tests that must notice. */
export interface Patch {
  readonly name: string
  readonly file: string
  /** Paths in the repository. */
  readonly red: readonly string[]
  readonly search: string
  readonly replacement: string
}

const FORM = /^file: (.+)\nred: (.+)\n<<<<\n([\s\S]*?)\n====\n([\s\S]*?)\n?>>>>\n?$/

/**
 * Reads a patch: `file:` and `red:` (tests, with commas between), then the text that must be found between `<<<<` and
 * `====`, and what stands in its place up to `>>>>`. Throws for any other form.
 */
export function readPatch(name: string, text: string): Patch {
  const [, file, red, search, replacement] = FORM.exec(text) ?? []
  if (file === undefined || red === undefined || search === undefined || replacement === undefined) throw new Error(`${name}: not the form of a patch`)
  return { name, file, red: red.split(', '), search, replacement }
}

/** The text with the patch's bug in it. Throws where the patch does not apply exactly once. */
export function applyPatch({ name, file, search, replacement }: Patch, text: string): string {
  const parts = text.split(search)
  if (parts.length !== 2) throw new Error(`${name} applies ${parts.length - 1} times to ${file}, and must apply once`)
  return parts.join(replacement)
}

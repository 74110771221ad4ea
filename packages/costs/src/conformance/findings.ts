/** How many findings of one kind are written out; the rest are counted. */
const SHOWN = 3

/**
 * What a check has found, kind by kind: the first ones in words, the rest as a count, so that a plugin wrong everywhere
 * gets a message that can be read.
 *
 * Shapes: none; text.
 */
export class Findings {
  private readonly byKind = new Map<string, string[]>()

  /** Adds a finding. `kind` says what is wrong, `where` at which input, with the values. */
  add(kind: string, where: string): void {
    const found = this.byKind.get(kind)
    if (found) found.push(where)
    else this.byKind.set(kind, [where])
  }

  /** Whether there are any. */
  get found(): boolean {
    return this.byKind.size > 0
  }

  /** One line a finding. */
  list(): string[] {
    return [...this.byKind].flatMap(([kind, found]) => [
      ...found.slice(0, SHOWN).map((where) => `${kind}: ${where}`),
      ...(found.length > SHOWN ? [`${kind}: at ${found.length - SHOWN} more inputs`] : []),
    ])
  }
}

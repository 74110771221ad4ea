/** Longer names are compared by their beginnings. */
const COMPARED = 64

/** So many names are compared: a table of a million columns must not make its error slow. */
const MOST_NAMES = 1000

/**
 * The name that takes the fewest changes of one character (Levenshtein's distance, without regard to case) to become the
 * one given; undefined where even that takes more than half of its characters.
 *
 * Shapes: none; text in, text out.
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined
  let fewest = Math.max(1, Math.floor(Math.min(name.length, COMPARED) / 2)) + 1
  for (const candidate of names.slice(0, MOST_NAMES)) {
    const changes = distance(name.slice(0, COMPARED).toLowerCase(), candidate.slice(0, COMPARED).toLowerCase())
    if (changes < fewest) [best, fewest] = [candidate, changes]
  }
  return best
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const kept = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(kept, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

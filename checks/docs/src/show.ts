// A process that runs blocks, one module after another, and sends back what each expected `console.log` printed.
import { format } from 'node:util'
import { pathToFileURL } from 'node:url'

/** What came of one block. */
export interface Shown {
  readonly file: string
  /** What was printed, by the line of the `console.log`. */
  readonly printed: Record<number, string[]>
  readonly error?: string
}

let printed: Record<number, string[]> = {}

Object.assign(globalThis, {
  shown:
    (line: number) =>
    (...values: unknown[]): void => {
      const lines = format(...values).split('\n').map((text) => text.trimEnd())
      printed[line] = [...(printed[line] ?? []), ...lines]
    },
})

const results: Shown[] = []
for (const file of process.argv.slice(2)) {
  printed = {}
  try {
    await import(pathToFileURL(file).href)
    results.push({ file, printed })
  } catch (error) {
    results.push({ file, printed, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
process.send?.(results, () => process.exit(0))

import type { Give } from '../badInput.js'

/** Lines of a table, one for each i. */
export function lines(line: (i: number) => string, count = 12): string {
  return `${Array.from({ length: count }, (_, i) => line(i)).join('\n')}\n`
}

/** Two classes in turn. */
export function classOf(i: number): string {
  return i % 2 === 0 ? 'yes' : 'no'
}

/** A table with nothing wrong: x says the class, z does not. */
export const good = `x,z,y\n${lines((i) => `${(i % 2) * 5 + i / 8},${(i * 7) % 5},${classOf(i)}`)}`

/** Numbers to predict. */
export const numbers = `x,z,y\n${lines((i) => `${i * i},${(i * 7) % 5},${i * 3 + 0.5}`, 20)}`

/** The same with another cell in place of x on line 5. */
export function withCell(cell: string): string {
  return `x,z,y\n${lines((i) => `${i === 3 ? cell : i * i},${(i * 7) % 5},${classOf(i)}`)}`
}

/** Trains on t.csv, no longer than it takes to see what is said. */
export function trained(...flags: readonly string[]): Give {
  return ({ nabla }) => nabla(['train', 't.csv', '--epochs', '2', '--hidden', '2', ...flags])
}

/** The same, with what is said on the way. */
export function trainedAloud(...flags: readonly string[]): Give {
  return ({ nabla }) => nabla(['train', 't.csv', '--epochs', '2', '--hidden', '2', ...flags], { aloud: true })
}

import { type Verdict } from './job.js'
import { type Attempt } from './plan.js'

interface Row {
  made: number
  killed: number
  hung: number
  ms: number
}

/** Counts made, killed and survived by file. */
export class Tally {
  private readonly rows = new Map<string, Row>()

  add({ group, file }: Pick<Attempt, 'group' | 'file'>, { failure, hung, ms }: Pick<Verdict, 'failure' | 'hung' | 'ms'>): void {
    const key = `${group} ${file}`
    const row = this.rows.get(key) ?? { made: 0, killed: 0, hung: 0, ms: 0 }
    this.rows.set(key, row)
    row.made++
    if (failure !== undefined) row.killed++
    if (hung) row.hung++
    row.ms += ms
  }

  /** A line for each file, by group. `hung` of those killed never ended. */
  table(): string {
    const head = ` made killed survived (hung)  seconds  file`
    const lines = [...this.rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, { made, killed, hung, ms }]) => {
      const counts = [pad(made, 5), pad(killed, 6), pad(made - killed, 8), pad(`(${hung})`, 6), pad((ms / 1000).toFixed(1), 8)]
      return `${counts.join(' ')}  ${key}`
    })
    return [head, ...lines].join('\n')
  }

  summary(): string {
    let [made, killed] = [0, 0]
    for (const row of this.rows.values()) {
      made += row.made
      killed += row.killed
    }
    return `mutants: ${made} made, ${killed} killed, ${made - killed} survived`
  }
}

function pad(value: number | string, width: number): string {
  return String(value).padStart(width)
}

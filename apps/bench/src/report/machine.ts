import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem, type } from 'node:os'

/** What the figures were taken on. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly system: string
  readonly node: string
  readonly v8: string
  readonly commit: string
  readonly date: string
  /** Programs that wanted a core in the minute before. */
  readonly load: number
}

/** More than this many programs beside, and figures say more about them. */
const BUSY = 1.5

/** Describes this machine and moment. */
export function machine(): Machine {
  const list = cpus()
  return {
    cpu: list[0]?.model ?? 'unknown',
    cores: list.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    v8: process.versions.v8,
    commit: commit(),
    date: new Date().toISOString().slice(0, 10),
    load: loadavg()[0],
  }
}

/** The machine in a line, and a warning where it was busy. */
export function describe({ cpu, cores, system, node, commit, load }: Machine): string {
  const line = `${cpu}, ${cores} cores; ${system}; Node ${node}; commit ${commit}; load before ${load.toFixed(1)}`
  return load > BUSY ? `${line}\nother programs are running: figures, and ratios of unlike programs, are not to be relied on` : line
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'unknown'
  }
}

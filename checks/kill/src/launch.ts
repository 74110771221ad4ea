import { spawn } from 'node:child_process'
import { MARKS, type Phase } from './phases.js'

/** When to kill: so many ms after a phase has begun for the nth time, start-up with the process. */
export interface Instant {
  readonly phase: Phase
  readonly nth: number
  readonly ms: number
}

/** How a process ended: killed in a phase, done with its hash, or failed. */
export type End = { readonly killed: Phase } | { readonly hash: string } | { readonly failure: string }

/** Runs the program until it is done or killed; `more` are further arguments. It fails too where something that it started outlives it. */
export function launch(program: string, folder: string, combination: string, instant?: Instant, ...more: string[]): Promise<End> {
  // Detached: the leader of a group of its own, in which all that it starts can be found.
  const child = spawn(process.execPath, [program, folder, combination, ...more], { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let [output, errors, seen] = ['', '', 0]
  let timer: NodeJS.Timeout | undefined
  const killSoon = () => (timer ??= setTimeout(() => child.kill('SIGKILL'), instant?.ms))
  if (instant?.phase === 'start-up') killSoon()
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString()
    for (const byte of text.toString()) if (instant && MARKS[byte] === instant.phase && ++seen === instant.nth) killSoon()
  })
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const [marks = '', hash] = output.split('D')
      if (child.pid !== undefined && outlives(child.pid)) resolve({ failure: 'something that it started outlived it' })
      else if (signal === 'SIGKILL') resolve({ killed: MARKS[marks.at(-1) ?? ''] ?? 'start-up' })
      else if (code === 0 && hash) resolve({ hash })
      else resolve({ failure: `code ${String(code)}: ${errors}` })
    })
  })
}

/** Whether anything is left of the group of a process that is gone; what is left is ended. */
function outlives(leader: number): boolean {
  try {
    return process.kill(-leader, 'SIGKILL')
  } catch {
    return false
  }
}

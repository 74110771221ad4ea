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

/** Runs the program until it is done or killed; `more` are further arguments. */
export function launch(program: string, folder: string, optimizer: string, instant?: Instant, ...more: string[]): Promise<End> {
  const child = spawn(process.execPath, [program, folder, optimizer, ...more], { stdio: ['ignore', 'pipe', 'pipe'] })
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
      if (signal === 'SIGKILL') resolve({ killed: MARKS[marks.at(-1) ?? ''] ?? 'start-up' })
      else if (code === 0 && hash) resolve({ hash })
      else resolve({ failure: `code ${String(code)}: ${errors}` })
    })
  })
}

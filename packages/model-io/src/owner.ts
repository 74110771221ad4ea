import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { fieldsOf, isCount, isText } from './check.js'

/** A process, told apart from one that got its number later. */
export interface Owner {
  readonly pid: number
  readonly host: string
  /** When it began, in what only the same machine can compare; '' where the system does not say. */
  readonly began: string
}

/**
 * This process.
 *
 * Shapes: none.
 */
export function thisProcess(): Owner {
  return { pid: process.pid, host: hostname(), began: begun(process.pid) }
}

/**
 * Whether an owner may still run: one on another machine may, as nobody can tell from here.
 *
 * Shapes: none.
 */
export function mayRun({ pid, host, began }: Owner): boolean {
  if (host !== hostname()) return true
  if (!answers(pid)) return false
  const now = begun(pid)
  return began === '' || now === '' || now === began
}

/**
 * The owner that a lock file names; undefined where it is not whole.
 *
 * Shapes: none.
 */
export function parseOwner(bytes: Uint8Array): Owner | undefined {
  const { pid, host, began } = fieldsOf(parsed(new TextDecoder().decode(bytes)))
  return isCount(pid) && pid > 0 && isText(host) && isText(began) ? { pid, host, began } : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

/** Linux: which start of the machine, and the ticks from there to that of the process. 'dead' for one that only waits to be collected. */
function begun(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The name of the program, in brackets, may have spaces and brackets of its own.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    return fields[0] === 'Z' ? 'dead' : `${boot} ${fields[19] ?? ''}`
  } catch {
    return ''
  }
}

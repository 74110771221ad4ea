import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Competitor } from './competitor.js'

/** A word and what stands behind it. */
export interface Line {
  readonly word: string
  readonly rest: string
}

const WORDS = ['ready', 'cannot', 'rate', 'end']

/** A competitor's process: lines of the protocol in, lines out. Other output is kept only to explain why it ended. */
export class Process {
  private readonly child: ChildProcessWithoutNullStreams
  private readonly lines: Line[] = []
  private wake: (() => void) | undefined
  private ended = false
  private complaint = ''

  constructor({ command, args, env }: Competitor, words: readonly string[]) {
    this.child = spawn(command, [...args, ...words], { env: { ...process.env, ...env }, stdio: 'pipe' })
    createInterface({ input: this.child.stdout }).on('line', (line) => this.take(line))
    this.child.stderr.on('data', (text: Buffer) => (this.complaint = (this.complaint + text.toString()).slice(-4000)))
    this.child.stdin.on('error', () => undefined)
    this.child.on('error', (error) => this.end(String(error)))
    this.child.on('close', () => this.end(''))
  }

  /** The next line of the protocol, or `cannot` with the reason where none comes. */
  async next(seconds: number): Promise<Line> {
    const deadline = performance.now() + seconds * 1000
    while (this.lines.length === 0 && !this.ended && performance.now() < deadline) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadline - performance.now())
        this.wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    const line = this.lines.shift()
    if (line) return line
    if (this.ended) return { word: 'cannot', rest: lastComplaint(this.complaint) }
    this.kill()
    return { word: 'cannot', rest: `no answer within ${seconds} s` }
  }

  say(word: string): void {
    this.child.stdin.write(`${word}\n`)
  }

  kill(): void {
    this.child.kill('SIGKILL')
  }

  private take(text: string): void {
    const [word] = text.split(' ', 1)
    if (!WORDS.includes(word)) return
    this.lines.push({ word, rest: text.slice(word.length + 1) })
    this.wake?.()
  }

  private end(complaint: string): void {
    this.complaint += complaint
    this.ended = true
    this.wake?.()
  }
}

/** The line that says what was wrong, without the folders of this machine. */
export function lastComplaint(text: string): string {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('at ') && !line.startsWith('Node.js v'))
  const line = lines.find((candidate) => /^[\w.]*(Error|Exception)\b/.test(candidate)) ?? lines[lines.length - 1] ?? 'it ended without a word'
  return line.replaceAll(/(file:\/\/)?\/[^\s'":]*\//g, '…/').slice(0, 200)
}

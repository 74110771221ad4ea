import { fork, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Job, type Verdict } from './job.js'

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const child = fileURLToPath(new URL('./child.ts', import.meta.url))

/** More processes than this gain nothing: they wait for memory. */
const MOST = 8

/** Tries jobs in processes of their own, as many at once as there are cores, and hands on each verdict with the job's number. */
export async function tryAll(jobs: readonly Job[], report: (at: number, verdict: Verdict) => void): Promise<void> {
  let next = 0
  async function work(): Promise<void> {
    let process = start()
    try {
      while (next < jobs.length) {
        const at = next++
        const job = jobs[at]
        if (!job) break
        const verdict = await ask(process, job)
        if (verdict) report(at, verdict)
        else {
          report(at, { tests: 0, failure: 'the process hangs or dies', hung: true, steps: 0, ms: job.patience })
          process.kill('SIGKILL')
          process = start()
        }
      }
    } finally {
      process.kill('SIGKILL')
    }
  }
  const count = Math.min(MOST, availableParallelism(), jobs.length)
  await Promise.all(Array.from({ length: count }, work))
}

function start(): ChildProcess {
  return fork(child, [], { execArgv: ['--import', tsx, '--max-old-space-size=1024'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
}

/** The verdict, or `undefined` where the process gives none. */
function ask(process: ChildProcess, job: Job): Promise<Verdict | undefined> {
  return new Promise((resolve) => {
    const settle = (verdict?: Verdict) => {
      clearTimeout(timer)
      process.removeAllListeners('message').removeAllListeners('exit')
      resolve(verdict)
    }
    const timer = setTimeout(() => settle(), job.patience)
    process.on('message', (verdict) => settle(verdict as Verdict))
    process.on('exit', () => settle())
    process.send(job, (error) => {
      if (error) settle()
    })
  })
}

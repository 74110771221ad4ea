import { spawn } from 'node:child_process'

/** What a command may be given. */
export interface RunOptions {
  cwd: string
  env?: NodeJS.ProcessEnv
}

/** What a command printed. */
export interface Printed {
  stdout: string
  stderr: string
}

/** Runs a command to its end; throws with all that it printed unless it succeeds. Other work, a registry say, goes on meanwhile. */
export function run(command: string, args: readonly string[], { cwd, env = process.env }: RunOptions): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve({ stdout, stderr })
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? `exit code ${code}`} in ${cwd}\n${stdout}\n${stderr}`))
    })
  })
}

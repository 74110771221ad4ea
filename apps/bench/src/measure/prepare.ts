import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The folder of this app. */
export const app: string = fileURLToPath(new URL('../../', import.meta.url))
/** What is built and measured on the way; not kept. */
export const work: string = join(app, '.reports', 'bench')
/** The peers' own packages. */
export const peers: string = join(app, 'peers')

/** Whether a condition was given to this process, to run on sources instead of builds; child processes get it too. */
export const conditions: string[] = process.execArgv.flatMap((flag) => (flag.startsWith('--conditions=') ? [flag.slice(13)] : []))

/** Compiles the programs of child/ and returns how Node runs one of them. The packages stay where they are, as users install them. */
export async function buildChildren(): Promise<void> {
  const entries = ['main', 'ours', 'handwritten', 'chapter'].map((name) => join(app, 'src', 'child', `${name}.ts`))
  const sources = conditions.includes('@nablajs/source')
  await build({
    entryPoints: entries.filter((entry) => existsSync(entry)),
    outdir: work,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    ...(sources ? { conditions, external: ['koffi'] } : { packages: 'external' }),
  })
}

/** Installs the peers from their lockfile where they are not there. Throws with the reason. */
export function installPeers(): void {
  const [wanted, there] = [join(peers, 'package-lock.json'), join(peers, 'node_modules', '.package-lock.json')]
  if (existsSync(there) && statSync(there).mtimeMs > statSync(wanted).mtimeMs) return
  console.log('installing the peers (once) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Compiles the C program. Throws with the reason where there is no compiler or no OpenBLAS with headers. */
export function compileC(): string {
  mkdirSync(work, { recursive: true })
  const program = join(work, 'openblas')
  const flags = ['-O3', '-march=native', '-fno-math-errno', '-fno-trapping-math']
  execFileSync('gcc', [...flags, join(peers, 'c', 'openblas.c'), '-lopenblas', '-lm', '-o', program], { stdio: ['ignore', 'ignore', 'pipe'] })
  return program
}

/** A Python that has Numpy: BENCH_PYTHON, the system's, or the one in the path. */
export function findPython(): string {
  const candidates = process.env.BENCH_PYTHON ? [process.env.BENCH_PYTHON] : ['/usr/bin/python3', 'python3', 'python']
  const found = candidates.find((python) => {
    try {
      execFileSync(python, ['-c', 'import numpy'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
  if (found === undefined) throw new Error(`no Python with Numpy (looked at ${candidates.join(', ')}; BENCH_PYTHON names another)`)
  return found
}

/** The newer Node that is installed with the peers, where there is one for this machine. */
export function findNewerNode(): string {
  const node = join(peers, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(node)) return node
  throw new Error(`no Node 24 among the peers for ${process.platform}-${process.arch}`)
}

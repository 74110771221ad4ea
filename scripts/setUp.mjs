// Installs what a command needs, once: pnpm comes through npm at the version that package.json pins, the lockfile is frozen, and a
// stamp under node_modules says what is there, so that a repeated command does not ask again.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Runs a command with the terminal attached; its exit code. */
export function run(command, args, options = {}) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...options.env }
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options, env })
  if (error) throw error
  return status ?? 1
}

/** Runs pnpm at the pinned version, fetched by npm where it is not on the machine. */
export function pnpm(args, options = {}) {
  return run('npx', ['--yes', packageManager, ...args], options)
}

/** Installs the packages that `filter` selects and what they need, or the whole workspace. */
export function setUp(filter) {
  const lockfile = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml'))).digest('hex')
  const stamps = join(root, 'node_modules', '.set-up')
  const everything = join(stamps, `everything-${lockfile}`)
  // Where the tools are there already, a filtered install would take them away again.
  const part = existsSync(join(root, 'node_modules', 'typescript')) ? undefined : filter
  const stamp = part ? join(stamps, `${part.replaceAll(/[^a-z-]/g, '')}-${lockfile}`) : everything
  if (existsSync(everything) || existsSync(stamp)) return
  const install = ['install', '--frozen-lockfile', '--reporter=append-only', ...(part ? ['--filter', part] : [])]
  // What pnpm reports goes to stderr: stdout belongs to the command that was asked for.
  const status = pnpm(install, { stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    console.error('\nThe packages could not be installed. Is the npm registry reachable?')
    process.exit(status)
  }
  rmSync(stamps, { recursive: true, force: true })
  mkdirSync(stamps, { recursive: true })
  writeFileSync(stamp, '')
}

/** Compiles the kernels that sources embed, for what runs from the sources; at once where they are up to date. Ends the command where that fails. */
export function compileKernels() {
  script('backend-wasm', 'compile.mjs')
}

/** Makes the embedded digits from the originals, at once where they are there and right. Ends the command where that fails. */
export function makeDigits() {
  script('digits', 'makeDigits.mjs', join(root, 'packages', 'digits', 'src', 'digits.gz'))
}

function script(name, file, ...args) {
  const folder = join(root, 'packages', name)
  const status = run(process.execPath, [join(folder, 'scripts', file), ...args], { cwd: folder, stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(status)
}

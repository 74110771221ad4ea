import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { run } from './run.js'

// What the package manager, turbo and vitest tell their children about *this* run; the commands started here run on their own.
const ours = /^(TURBO_|VITEST|npm_(package|lifecycle|command)|NODE_ENV$|NODE_OPTIONS$)/

/** The environment of a person who has pnpm: this one, with the pnpm that the workspace names first in PATH. */
export async function withPnpm(root: string, packageManager: string): Promise<NodeJS.ProcessEnv> {
  const { stdout } = await run('npx', ['--yes', '--package', packageManager, '-c', 'command -v pnpm'], { cwd: root })
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
  return { ...env, PATH: [dirname(stdout.trim()), process.env.PATH].join(delimiter), TURBO_TELEMETRY_DISABLED: '1' }
}

/** The same for somebody whose registry is `url`, who may publish there, and whose npm has an empty cache in `folder`. */
export function withRegistry(env: NodeJS.ProcessEnv, url: string, folder: string): NodeJS.ProcessEnv {
  mkdirSync(folder, { recursive: true })
  const userconfig = join(folder, 'npmrc')
  // npm refuses to publish without a token; the registry takes any.
  writeFileSync(userconfig, `registry=${url}\n//${new URL(url).host}/:_authToken=anybody\n`)
  return {
    ...env,
    npm_config_userconfig: userconfig,
    npm_config_registry: url,
    npm_config_cache: join(folder, 'cache'),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  }
}

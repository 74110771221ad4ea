// pnpm check NAME [options]: one of the checks at full size. Without a name: all of them.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm, root, setUp } from './setUp.mjs'

const checks = readdirSync(join(root, 'checks'), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
const [name, ...options] = process.argv.slice(2)

if (name !== undefined && !checks.includes(name)) {
  console.error(`There is no check '${name}'. There are: ${checks.join(', ')}`)
  process.exit(2)
}
setUp()
const built = pnpm(['exec', 'turbo', 'run', 'build', '--output-logs=errors-only'])
if (built !== 0) process.exit(built)
for (const check of name === undefined ? checks : [name]) {
  const status = pnpm(['--silent', '--filter', `@nablajs/check-${check}`, 'run', 'check', ...options])
  if (status !== 0) process.exitCode = status
}

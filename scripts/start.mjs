// npm start [-- options]: trains the chapter's network on the complete MNIST. Installs only what that needs.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, run, setUp } from './setUp.mjs'

const options = process.argv.slice(2)
const app = join(root, 'apps', 'digits')

setUp('@nablajs/app-digits...')
// The sources run as they are, so the kernels that they embed are compiled first; nothing is done where they are up to date.
const backend = join(root, 'packages', 'backend-wasm')
const compiled = run(process.execPath, [join(backend, 'scripts', 'compile.mjs')], { cwd: backend, stdio: ['ignore', 2, 2] })
if (compiled !== 0) process.exit(compiled)
// The embedded digits are made from the originals, at once where they are there and right.
if (options.includes('--small')) {
  const digits = join(root, 'packages', 'digits')
  run(process.execPath, [join(digits, 'scripts', 'makeDigits.mjs'), join(digits, 'src', 'digits.gz')], { stdio: ['ignore', 2, 2] })
}
// Ctrl-C reaches the app as well: it ends the training, and this waits for what the app has to say.
process.on('SIGINT', () => {})
const tsx = pathToFileURL(createRequire(join(app, 'package.json')).resolve('tsx')).href
process.exitCode = run(process.execPath, ['--conditions=@nablajs/source', '--import', tsx, join(app, 'src', 'main.ts'), ...options])

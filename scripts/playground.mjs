// npm run playground [-- options of vite]: builds the page and serves it on this machine; with --build it only builds it. Installs only what that needs.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { compileKernels, makeDigits, root, run, setUp } from './setUp.mjs'

const app = join(root, 'apps', 'playground')
const options = process.argv.slice(2)

setUp('@nablajs/app-playground...')
// The page is built from the sources of the packages.
compileKernels()
makeDigits()
// Ctrl-C reaches the server as well, which ends by it.
process.on('SIGINT', () => {})
const vite = join(dirname(createRequire(join(app, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js')
const built = run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: app })
process.exitCode = built !== 0 || options.includes('--build') ? built : run(process.execPath, [vite, 'preview', ...options], { cwd: app })

// npm start [-- options]: trains the chapter's network on the complete MNIST. Installs only what that needs.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileKernels, makeDigits, root, run, setUp } from './setUp.mjs'

const options = process.argv.slice(2)
const app = join(root, 'apps', 'digits')

setUp('@nablajs/app-digits...')
// The sources run as they are.
compileKernels()
if (options.includes('--small')) makeDigits()
// Ctrl-C reaches the app as well: it ends the training, and this waits for what the app has to say.
process.on('SIGINT', () => {})
const tsx = pathToFileURL(createRequire(join(app, 'package.json')).resolve('tsx')).href
process.exitCode = run(process.execPath, ['--conditions=@nablajs/source', '--import', tsx, join(app, 'src', 'main.ts'), ...options])

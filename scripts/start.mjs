// npm start [-- options]: trains the chapter's network on the complete MNIST. Installs only what that needs.
import { join } from 'node:path'
import { root, run, setUp } from './setUp.mjs'

setUp('@nablajs/app-digits...')
const app = join(root, 'apps', 'digits')
const tsx = join(app, 'node_modules', 'tsx', 'dist', 'cli.mjs')
process.exitCode = run(process.execPath, [tsx, '--conditions=@nablajs/source', join(app, 'src', 'main.ts'), ...process.argv.slice(2)])

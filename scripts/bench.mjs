// pnpm bench [options]: the figures of apps/bench, in one run.
import { pnpm, setUp } from './setUp.mjs'

setUp()
process.exitCode = pnpm(['--silent', '--filter', '@nablajs/app-bench', 'run', 'start', ...process.argv.slice(2)])

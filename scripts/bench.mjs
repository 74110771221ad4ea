// pnpm bench [kernels | chapter | browsers] [options]: the figures of apps/bench, in one run, of the packages as they are built.
import { pnpm, setUp } from './setUp.mjs'

setUp()
const built = pnpm(['exec', 'turbo', 'run', 'build', '--filter=@nablajs/app-bench^...', '--output-logs=errors-only'], { stdio: ['ignore', 2, 2] })
process.exitCode = built || pnpm(['--silent', '--filter', '@nablajs/app-bench', 'run', 'start', ...process.argv.slice(2)])

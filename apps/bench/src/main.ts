// pnpm bench [peers | kernels | chapter | browsers] [--workloads W1,W3] [--peers wasm,torch] [--repeats 7] [--seconds 0.2] [--quick] [--check] [--out FOLDER]
import { join } from 'node:path'
import { benchBrowsers } from './browsers/browsers.js'
import { benchChapter } from './chapter/chapter.js'
import { benchKernels } from './kernels/kernels.js'
import { checkSteps } from './measure/checkSteps.js'
import { work } from './measure/prepare.js'
import { readOptions } from './options.js'
import { benchPeers } from './peers.js'

const options = readOptions(process.argv.slice(2), join(work, 'figures'))
const commands = { peers: benchPeers, kernels: benchKernels, chapter: benchChapter, browsers: benchBrowsers }
await (options.check ? checkSteps(options) : commands[options.command](options))

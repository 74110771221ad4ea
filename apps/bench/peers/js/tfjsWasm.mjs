import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { sessionOf } from './tensorflow.mjs'

const require = createRequire(import.meta.url)
const tf = require('@tensorflow/tfjs')
const wasm = require('@tensorflow/tfjs-backend-wasm')
wasm.setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'wasm-out/'))
await tf.setBackend('wasm')
await tf.ready()

export const version = wasm.version_wasm
export const open = (task) => sessionOf(tf, task, `core operations, optimizer.minimize; ${wasm.getThreadsCount()} thread (more do not start in Node)`)

import { createRequire } from 'node:module'
import { sessionOf } from './tensorflow.mjs'

const tf = createRequire(import.meta.url)('@tensorflow/tfjs')
await tf.setBackend('cpu')
await tf.ready()

export const version = tf.version.tfjs
export const open = (task) => sessionOf(tf, task, 'core operations, optimizer.minimize')

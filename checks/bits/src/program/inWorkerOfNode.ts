// The program in a worker of Node, which prints as its process does.
import { Worker } from 'node:worker_threads'

new Worker(new URL('inNode.js', import.meta.url), { argv: process.argv.slice(2) })

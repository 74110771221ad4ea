#!/usr/bin/env node
import { main } from '@nablajs/cli'
import { pickBackend } from './pickBackend.js'

const { stdin, stdout, stderr } = process

process.exitCode = await main(process.argv.slice(2), {
  io: { stdin, stdout, stderr, cwd: process.cwd() },
  pickBackend,
  onSignal(listener) {
    let signals = 0
    const once = (signal: 'SIGINT' | 'SIGTERM') => {
      // The first is a wish, the second an order.
      if (++signals > 1) process.exit(130)
      listener(signal)
    }
    process.on('SIGINT', once).on('SIGTERM', once)
    return () => process.off('SIGINT', once).off('SIGTERM', once)
  },
})

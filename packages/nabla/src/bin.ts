#!/usr/bin/env node
import { main } from '@nablajs/cli'
import { pickBackend } from './pickBackend.js'

const { stdin, stdout, stderr, env } = process

process.exitCode = await main(process.argv.slice(2), {
  io: { stdin, stdout, stderr, env, cwd: process.cwd() },
  pickBackend,
  onSignal(listener) {
    process.on('SIGINT', listener).on('SIGTERM', listener)
    return () => process.off('SIGINT', listener).off('SIGTERM', listener)
  },
})

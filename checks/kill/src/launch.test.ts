import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { launch } from './launch.js'

const starting = (what: string) => `${what}\nprocess.stdout.write('T')\nsetInterval(() => undefined, 1000)\n`
const aWorker = "import { Worker } from 'node:worker_threads'\nawait new Promise((on) => new Worker('for (;;);', { eval: true }).once('online', on))"
const aProcess = "import { spawn } from 'node:child_process'\nspawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' })"

it.each([
  ['a thread that never stops', aWorker, { killed: 'step' }],
  ['another process', aProcess, { failure: 'something that it started outlived it' }],
])('knows what outlives a killed process: %s', async (_, what, end) => {
  const folder = await mkdtemp(join(tmpdir(), 'check-kill-launch-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const program = join(folder, 'program.mjs')
  await writeFile(program, starting(what))
  expect(await launch(program, folder, 'none', { phase: 'step', nth: 1, ms: 0 })).toEqual(end)
})

// What is measured: node program.mjs stream|whole csv|idx PATH [PATH]. Trains on the files for one epoch and prints the steps, the peak of the memory and
// the time of the processor. As a control, `whole` has each file in memory first, and then trains on pieces of that.
import { shuffled, type SampleStream } from '@nablajs/data'
import { streamCsv, streamIdx, type ByteSource } from '@nablajs/data/node'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { CLASSES } from './largeFiles.js'
import { pieces } from './pieces.js'
import { preprocessing, trained } from './subject.js'

const [, , how = '', format = '', ...paths] = process.argv
const sources = how === 'whole' ? await Promise.all(paths.map(fromMemory)) : paths
const { step } = await trained(shuffled(await streamOf(sources)))
const { user, system } = process.cpuUsage()
console.log(JSON.stringify({ steps: step, peak: peak(), seconds: (user + system) / 1e6 }))

async function streamOf([first = '', second = '']: readonly ByteSource[]): Promise<SampleStream> {
  return format === 'csv' ? streamCsv(first, { preprocessing }) : await streamIdx(first, second, { classes: CLASSES.length })
}

async function fromMemory(path: string): Promise<ByteSource> {
  const bytes = await readFile(path)
  return { name: path, open: () => pieces(bytes, 2 ** 16) }
}

/** The most bytes that were resident. Where Linux tells it: `maxRSS` there is that of the process that started this one, if it had more. */
function peak(): number {
  const status = '/proc/self/status'
  const told = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) : undefined
  return 1024 * Number(told?.[1] ?? process.resourceUsage().maxRSS)
}

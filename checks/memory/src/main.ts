// pnpm check memory [--gigabytes 4] [--format csv]: trains on a file of that size, with a bound on the memory that it takes; a control reads one of a
// gigabyte whole, and must break the bound. The order of samples follows from the seed alone.
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { FORMATS } from './largeFiles.js'
import { order } from './order.js'
import { LIMIT, peak, type Peak } from './peak.js'

const { values } = parseArgs({ options: { gigabytes: { type: 'string', default: '4' }, format: { type: 'string', default: 'csv' } } })
const format = FORMATS.find((name) => name === values.format)
const gigabytes = Number(values.gigabytes)
if (format === undefined) throw new RangeError(`--format takes one of ${FORMATS.join(', ')}, not ${values.format}`)
if (!(gigabytes > 0)) throw new RangeError(`--gigabytes takes a number above 0, not ${values.gigabytes}`)
let failed = 0

function report(held: boolean, text: string): void {
  if (!held) failed++
  console.log(`${held ? 'ok  ' : 'FAIL'} ${text}`)
}

const shown = ({ bytes, samples, peak, seconds, complete }: Peak) =>
  `${format}, ${(bytes / 1e9).toFixed(2)} GB, ${samples} samples${complete ? '' : ', NOT ALL READ'}: peak ${(peak / 1e6).toFixed(0)} MB, ${seconds.toFixed(1)} s of the processor`

const [one, other, otherSeed] = [await order({ piece: 2 ** 16, block: 1024 }, 1), await order({ piece: 1013, block: 77 }, 1), await order({ piece: 2 ** 16, block: 1024 }, 2)]
report(isDeepStrictEqual(one, other) && one.samples !== otherSeed.samples, `the order of samples follows from the seed and not from blocks: ${one.samples.slice(0, 16)}`)
const control = await peak(format, 1e9, 'whole')
report(control.peak > LIMIT, `control, read whole: ${shown(control)}; must take more than ${LIMIT / 1e6} MB`)
const streamed = await peak(format, gigabytes * 1e9)
report(streamed.complete && streamed.peak < LIMIT, `memory: ${shown(streamed)}; at most ${LIMIT / 1e6} MB`)
process.exitCode = failed === 0 ? 0 : 1

import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.js'
import { targets } from './targets/index.js'

const { values } = parseArgs({
  options: {
    reader: { type: 'string' },
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
})
const chosen = targets.filter(({ name }) => values.reader === undefined || values.reader === name)
if (chosen.length === 0) throw new RangeError(`--reader takes one of ${targets.map(({ name }) => name).join(', ')}, not ${values.reader}`)
for (const target of chosen) {
  const { lines, passed } = await fuzz(target, { count: Number(values.count), seed: Number(values.seed), from: Number(values.from) })
  for (const line of lines) console.log(line)
  if (!passed) process.exitCode = 1
}

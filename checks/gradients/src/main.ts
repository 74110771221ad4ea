import { parseArgs } from 'node:util'
import { gradients } from './gradients.js'

const { values } = parseArgs({
  options: {
    nets: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    plant: { type: 'string' },
  },
})
const { lines, passed } = gradients({ seed: Number(values.seed), nets: Number(values.nets), plant: values.plant })
for (const line of lines) console.log(line)
process.exitCode = passed ? 0 : 1

// pnpm check garbage [--steps 100000]: collections during training, for every built-in; exits 1 when there is one, or when the control is not caught.
import { parseArgs } from 'node:util'
import { collections } from './collections.js'
import { workloads } from './workload.js'

const { values } = parseArgs({ options: { steps: { type: 'string', default: '100000' } } })
const steps = Number(values.steps)
let failed = 0
for (const { name } of workloads()) {
  const count = await collections(name, steps)
  if (count > 0) failed++
  console.log(`${count === 0 ? 'ok  ' : 'FAIL'} ${count} collections in ${steps} steps: ${name}`)
}
const [first] = workloads()
const caught = first ? await collections(first.name, steps, true) : 0
console.log(`${caught > 0 ? 'ok  ' : 'FAIL'} ${caught} collections in the control, which allocates one small object a step`)
console.log(`garbage: ${workloads().length} workloads, ${failed} with garbage, control ${caught > 0 ? 'caught' : 'not caught'}`)
process.exitCode = failed === 0 && caught > 0 ? 0 : 1

// pnpm check bits [--write]: the golden hashes in every engine; exits 1 where one differs or an engine could not be had. With
// --write the hashes of this Node are kept as the golden ones, and the other engines are held to them.
import { parseArgs } from 'node:util'
import { environments } from './environments.js'
import { differences, readGolden, writeGolden, type Golden } from './golden.js'
import { install } from './installed.js'
import { serve } from './serve.js'

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
const installed = await install()
const server = await serve(installed.inBrowser)
const ran: string[] = []
let failed = 0
let writing = values.write
for (const [wanted, make] of Object.entries(environments)) {
  try {
    const environment = await make(installed, server)
    try {
      const found = (await environment.run('bits')) as Golden
      if (writing) writeGolden(found)
      writing = false
      const lines = differences(readGolden(), found)
      const counts = Object.entries(found).map(([by, hashes]) => `${by} (${Object.keys(hashes).length})`)
      console.log(`${lines.length === 0 ? 'ok  ' : 'FAIL'} ${environment.name}: ${counts.join('; ')}`)
      for (const line of lines) console.log(`     ${line}`)
      failed += lines.length
      ran.push(environment.name)
    } finally {
      await environment.close()
    }
  } catch (error) {
    failed++
    console.log(`FAIL ${wanted}: ${String(error)}`)
  }
}
server.close()
installed.remove()
console.log(`environments: ${ran.sort().join(', ')}`)
console.log(`bits: ${failed === 0 ? 'the same in all' : `${failed} failed`}`)
process.exitCode = failed === 0 ? 0 : 1

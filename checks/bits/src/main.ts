// pnpm check bits [--write]: exits 1 where a check fails or an engine could not be had. With --write the hashes of Node 20 are
// kept as the golden ones first, and the other engines are held to them.
import { parseArgs } from 'node:util'
import { checks } from './checks.js'
import { environments } from './environments.js'
import { writeGolden, type Golden } from './golden.js'
import { install } from './installed.js'
import { serve } from './serve.js'

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
const installed = await install()
const server = await serve(installed.inBrowser)
const engines = environments(installed, server)
const ran = new Set<string>()
let failed = 0
try {
  if (values.write) writeGolden((await (await engines.get('Node 20')).run('bits')) as Golden)
  for (const { name, wanted, problems } of checks) {
    const found = await engines.get(wanted).then(
      async (environment) => {
        ran.add(environment.name)
        return problems(environment).catch((error: unknown) => [String(error)])
      },
      (error: unknown) => [`${wanted} could not be had: ${String(error)}`],
    )
    console.log(found.length === 0 ? 'ok  ' : 'FAIL', name)
    for (const line of found) console.log(`     ${line}`)
    if (found.length > 0) failed++
  }
} finally {
  await engines.close()
  server.close()
  installed.remove()
}
console.log(`environments: ${[...ran].sort().join(', ')}`)
console.log(`bits: ${checks.length} checks, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

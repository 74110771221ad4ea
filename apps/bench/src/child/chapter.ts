// The chapter's claims on one backend, in a process of its own: prints what was timed, as JSON, or why it cannot.
import { differencesBesideBackprop, loopedBesideFull, wholeBesideForward } from './claims.js'
import { loadBackend } from './loadBackend.js'
import { readSettings } from './readTask.js'

const settings = readSettings(process.argv.slice(2))
const [rounds, seconds] = [Number(settings.repeats), Number(settings.seconds)]
try {
  const backend = await loadBackend(settings)
  const result = {
    looped: loopedBesideFull([784, 30, 10], 10, backend, rounds, seconds),
    loopedWide: loopedBesideFull([784, 100, 10], 128, backend, rounds, seconds),
    forward: wholeBesideForward([784, 30, 10], 10, backend, rounds, seconds),
    forwardDeep: wholeBesideForward([784, 512, 512, 10], 128, backend, rounds, seconds),
    differences: differencesBesideBackprop(backend, rounds, seconds),
  }
  console.log(JSON.stringify(result))
} catch (error) {
  console.log(JSON.stringify({ cannot: String(error).split('\n')[0] }))
}
process.exit(0)

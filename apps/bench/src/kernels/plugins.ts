import { ratio } from '../figures/ratio.js'
import { table } from '../figures/table.js'
import type { Competitor } from '../measure/competitor.js'
import { measure, type Rounds, type Row } from '../measure/measure.js'
import { workloads } from '../workloads.js'

/** The backend whose kernels a plugin of one's own goes without. */
const BACKEND = 'wasm exact 1t'
const PLUGINS = [
  { plugin: 'own', title: 'sigmoid by defineActivation', atMost: 1.5 },
  { plugin: 'perNeuron', title: 'sigmoid, neuron 3 of each layer relu, by perNeuron', atMost: 1.2 },
]

/** Prints how much longer a step of W2 takes with an activation that has no kernel, and with one neuron that is not as the others. */
export async function benchPlugins(list: readonly Competitor[], rounds: Rounds): Promise<Row[]> {
  const builtIn = list.find(({ id }) => id === BACKEND)
  const workload = workloads.find(({ id }) => id === 'W2')
  if (builtIn === undefined || workload === undefined) return []
  const plugged = PLUGINS.map(({ plugin, title }) => ({ ...builtIn, id: title, args: [...builtIn.args, `plugin=${plugin}`] }))
  const rows = await measure(workload, [builtIn, ...plugged], rounds)
  console.log(`an activation of one's own: time of a step of W2 on ${BACKEND}, × that of the built-in\n`)
  const of = (id: string) => rows.find((row) => row.id === id)?.rates ?? []
  const lines = PLUGINS.map(({ title, atMost }) => {
    const { median, min, max } = ratio(of(BACKEND), of(title))
    return [title, median.toFixed(2), `${min.toFixed(2)} … ${max.toFixed(2)}`, `${atMost}`, median <= atMost ? 'ok' : 'SHORT']
  })
  console.log(table([['', 'median', 'spread', 'at most', ''], ...lines]))
  return rows
}

// pnpm bench: training [784, 30, 10] in batches of 10, the reference backend beside loops written by hand, interleaved, medians.
import { parseArgs } from 'node:util'
import { compare } from './compare.js'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' }, samples: { type: 'string', default: '5000' } } })
const { plain, ours, ratios } = await compare(Number(values.rounds), Number(values.samples))
const show = (name: string, numbers: readonly number[]) => {
  const sorted = [...numbers].sort((p, q) => p - q)
  const [least, median, most] = [0, (sorted.length - 1) / 2, sorted.length - 1].map((at) => sorted[Math.floor(at)])
  console.log(`${name.padEnd(34)} median ${median.toPrecision(4)} (${least.toPrecision(3)} … ${most.toPrecision(3)})`)
}
console.log(`training [784, 30, 10], batches of 10, float32, Node ${process.versions.node}, ${values.rounds} rounds`)
show('loops by hand, samples/s', plain)
show('reference backend, samples/s', ours)
show('ratio, round by round', ratios)

import { sigmoid } from '@nablajs/activations'
import { wasm } from '@nablajs/backend-wasm'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { race } from '@nablajs/explain'
import type { Backend } from '@nablajs/linalg'
import { columnsRace } from './columnsRace.js'
import type { News, Order } from './messages.js'
import { raceSizes } from './raceSizes.js'

const RACE_BUDGET_MS = 500
const COLUMNS_BUDGET_MS = 200
/** The chapter's network for digits. */
const DIGITS = [784, 30, 10] as const

const now = () => performance.now()
const loading = wasm()

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  loading.then((backend) => postMessage(answer(data, backend))).catch((error: unknown) => postMessage({ type: 'failed', message: String(error) } satisfies News))
})

function answer(order: Order, backend: Backend): News {
  if (order.type === 'race') {
    const { sizes } = raceSizes(order.parameters)
    const net = network(sizes, { activation: sigmoid, backend, maxBatch: 1 })
    const found = race(net, quadratic, waves(sizes[0]), waves(sizes.at(-1)), { budget: RACE_BUDGET_MS, now })
    net.close()
    return { type: 'race', race: found, sizes }
  }
  const net = network(DIGITS, { activation: sigmoid, backend, maxBatch: order.samples })
  const columns = columnsRace(net, quadratic, waves(DIGITS[0] * order.samples), waves(DIGITS[2] * order.samples), { budget: COLUMNS_BUDGET_MS, now })
  net.close()
  return { type: 'columns', columns, sizes: DIGITS }
}

/** Numbers between 0 and 1: which ones does not matter to a clock. */
function waves(length = 1): Float32Array {
  return Float32Array.from({ length }, (_, i) => (1 + Math.sin(i)) / 2)
}

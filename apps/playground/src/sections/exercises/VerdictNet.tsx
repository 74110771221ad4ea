import type { AddressText } from '../../address/address.js'
import { netLayout } from '../../net/netLayout.js'
import { text } from '../../state/store.js'
import { litBy } from '../../view/lighting.js'
import { settledNetwork } from '../../view/settledNetwork.js'
import type { SlopeVerdict } from './modifiedNeuron.js'

interface VerdictNetProps {
  readonly verdicts: readonly SlopeVerdict[]
  /** The layer whose first neuron has f. */
  readonly layer: number
}

/** The network with every weight and bias painted: a whole line where its slope is right, a broken one with a cross where it is wrong. */
export function VerdictNet({ verdicts, layer }: VerdictNetProps) {
  const { exercises } = text.value
  const net = settledNetwork.value.sizes
  const layout = netLayout(net)
  const right = new Map<AddressText, boolean>(verdicts.map(({ address, isRight }) => [address, isRight]))
  const wrong = verdicts.filter(({ isRight }) => !isRight).length
  const layers = net.map((size, i) => ({ l: i + 1, neurons: upTo(size), before: upTo(net[i - 1] ?? 0) }))
  return (
    <figure>
      <svg class="verdict-net" viewBox={`0 0 ${layout.width} ${layout.height}`} role="img" aria-label={exercises.verdictPicture(wrong)}>
        {layers.slice(1).flatMap(({ l, neurons, before }) =>
          neurons.flatMap((j) =>
            before.map((k) => {
              const address = `w:${l}:${j}:${k}`
              const [from, to] = [layout.at(l - 1, k), layout.at(l, j)]
              const isRight = right.get(address) ?? true
              // Crosses stand apart: two thirds of the way, where lines to one neuron are not yet together.
              const cross = { x: from.x + 0.62 * (to.x - from.x), y: from.y + 0.62 * (to.y - from.y) }
              return (
                <g key={address} class="verdict-edge" data-right={isRight} data-s={address} ref={litBy(address)}>
                  <line x1={from.x + layout.radius} y1={from.y} x2={to.x - layout.radius} y2={to.y} />
                  {!isRight && <Cross {...cross} />}
                </g>
              )
            }),
          ),
        )}
        {layers.flatMap(({ l, neurons }) =>
          neurons.map((j) => {
            const { x, y } = layout.at(l, j)
            const bias = `b:${l}:${j}`
            const isRight = right.get(bias) ?? true
            const isModified = l === layer && j === 1
            return (
              <g key={bias} class="verdict-neuron" data-modified={isModified}>
                <circle cx={x} cy={y} r={layout.radius - 4} />
                <text x={x} y={y}>{l === 1 ? 'x' : isModified ? 'f' : 'σ'}</text>
                {l > 1 && (
                  <g class="verdict-bias" data-right={isRight} data-s={bias} ref={litBy(bias)}>
                    <rect x={x - 8} y={y + layout.radius - 8} width={16} height={16} />
                    {!isRight && <Cross x={x} y={y + layout.radius} />}
                  </g>
                )}
              </g>
            )
          }),
        )}
      </svg>
      <figcaption class="hint">{exercises.verdictLegend}</figcaption>
    </figure>
  )
}

function Cross({ x, y }: { readonly x: number; readonly y: number }) {
  return <path class="cross" d={`M${x - 6} ${y - 6}L${x + 6} ${y + 6}M${x - 6} ${y + 6}L${x + 6} ${y - 6}`} />
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}

import { addressText } from '../../address/address.js'
import type { NetLayout } from '../../net/netLayout.js'
import { sizes } from '../../view/focus.js'
import { litBy } from '../../view/lighting.js'
import { costPlace } from './bands.js'
import { isMerged, mergedFrom } from './looking.js'

const SIZE = 11

/** Where paths end: the cost; and at every neuron where they are merged a triangle, which stands for δ. */
export function Ends({ layout }: { readonly layout: NetLayout }) {
  const { x, y } = costPlace(layout)
  return (
    <>
      <g class="cost-place">
        <circle cx={x} cy={y} r={20} />
        <text x={x} y={y}>
          C
        </text>
      </g>
      {isMerged.value &&
        sizes.value.flatMap((size, i) => (i + 1 < mergedFrom.value ? [] : Array.from({ length: size }, (_, q) => <Error key={`${i + 1}:${q + 1}`} layout={layout} layer={i + 1} j={q + 1} />)))}
    </>
  )
}

function Error({ layout, layer, j }: { readonly layout: NetLayout; readonly layer: number; readonly j: number }) {
  const address = addressText({ kind: 'delta', layer, j })
  const { x, y } = layout.at(layer, j)
  const [tip, side] = [x + layout.radius - 6, x + layout.radius + SIZE]
  return (
    <g class="error-mark" data-s={address} ref={litBy(address)}>
      <polygon points={`${tip},${y} ${side},${y - SIZE} ${side},${y + SIZE}`} />
    </g>
  )
}

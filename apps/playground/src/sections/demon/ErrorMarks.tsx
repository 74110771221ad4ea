import { addressText } from '../../address/address.js'
import type { NetLayout } from '../../net/netLayout.js'
import { formatNumber } from '../../number/formatNumber.js'
import { state } from '../../state/store.js'
import { ends, fill } from '../../view/fill.js'
import { sizes, valueAt } from '../../view/focus.js'
import { litBy } from '../../view/lighting.js'
import { seat, whilePushed } from './seat.js'

const WIDTH = 15
const HALF_HEIGHT = 11

/** Over the network: where the demon sits; and once the reader has bet, each neuron's δ as a triangle that points back, and what the push makes of the activations beyond. */
export function ErrorMarks({ layout }: { readonly layout: NetLayout }) {
  const { at } = layout
  const here = at(seat.value.layer, seat.value.j)
  return (
    <>
      <circle class="seat" cx={here.x} cy={here.y} r={layout.radius + 5} />
      {state.value.bet !== '' &&
        sizes.value.slice(1).flatMap((size, i) => Array.from({ length: size }, (_, row) => <ErrorMark key={`${i}:${row}`} layout={layout} layer={i + 2} j={row + 1} />))}
    </>
  )
}

function ErrorMark({ layout, layer, j }: { readonly layout: NetLayout; readonly layer: number; readonly j: number }) {
  const address = addressText({ kind: 'delta', layer, j })
  const { x, y } = layout.at(layer, j)
  const right = x - layout.radius + 2
  const delta = valueAt(address)
  const after = layer > seat.value.layer ? whilePushed.value?.get(addressText({ kind: 'a', layer, j })) : undefined
  return (
    <g class="error-mark" data-s={address} ref={litBy(address)}>
      <polygon class="filled" points={`${right},${y - HALF_HEIGHT} ${right},${y + HALF_HEIGHT} ${right - WIDTH},${y}`} {...fill(delta, ends.delta)} />
      <text x={x - 12} y={y - layout.radius - 1}>
        {formatNumber(delta)}
      </text>
      {after !== undefined && (
        <text class="after-push" x={x + 12} y={y - layout.radius - 1}>
          {formatNumber(after)}
        </text>
      )}
    </g>
  )
}

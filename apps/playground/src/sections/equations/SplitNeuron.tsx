import { addressText, type Address } from '../../address/address.js'
import type { NeuronProps } from '../../net/Neuron.js'
import { formatNumber } from '../../number/formatNumber.js'
import { ends, fill } from '../../view/fill.js'
import { valueAt } from '../../view/focus.js'
import { litBy } from '../../view/lighting.js'
import { known } from './told.js'

/** From the ring of z to the disc in it, and from the middle to the numbers. */
const GAP = 4
const OFF_MIDDLE = 11
/** A number with a power of ten is wider than a half, and is drawn narrower. */
const LONG = 7
const squeezed = { textLength: 54, lengthAdjust: 'spacingAndGlyphs' } as const

/** A neuron as a disc of two halves, a above and δ below, each hollow until the algorithm has come to it; the ring is z, the square b. */
export function SplitNeuron({ layout, layer, j }: NeuronProps) {
  const { x, y } = layout.at(layer, j)
  const { radius } = layout
  const inner = layer > 1 ? radius - GAP : radius
  if (layer === 1) return <Whole of={{ kind: 'a', layer, j }} x={x} y={y} r={inner} />
  const [z, b] = [addressText({ kind: 'z', layer, j }), addressText({ kind: 'b', layer, j })]
  return (
    <g class="neuron">
      <circle class={known.value.has({ kind: 'z', layer }) ? 'neuron-z' : 'neuron-z unknown'} data-s={z} ref={litBy(z)} cx={x} cy={y} r={radius} />
      <Half of={{ kind: 'a', layer, j }} x={x} y={y} r={inner} side={-1} />
      <Half of={{ kind: 'delta', layer, j }} x={x} y={y} r={inner} side={1} />
      <rect class="neuron-b filled" data-s={b} ref={litBy(b)} x={x - 7} y={y + radius - 5} width={14} height={14} {...fill(valueAt(b), ends.b)} />
    </g>
  )
}

interface PartProps {
  readonly of: Address
  readonly x: number
  readonly y: number
  readonly r: number
}

/** An input has an activation alone. */
function Whole({ of, x, y, r }: PartProps) {
  const address = addressText(of)
  const value = valueAt(address)
  return (
    <g class="neuron">
      <g class="neuron-a" data-s={address} ref={litBy(address)}>
        <circle class="filled" cx={x} cy={y} r={r} {...fill(value, ends.a)} />
        <text class="filled filled-text" x={x} y={y} {...fill(value, ends.a)}>
          {formatNumber(value)}
        </text>
      </g>
    </g>
  )
}

function Half({ of, x, y, r, side }: PartProps & { readonly side: -1 | 1 }) {
  const address = addressText(of)
  const value = valueAt(address)
  const outline = `M ${x - r} ${y + side} A ${r} ${r} 0 0 ${side === -1 ? 1 : 0} ${x + r} ${y + side} Z`
  if (!known.value.has(of)) {
    return (
      <g class="half-disc" data-s={address} ref={litBy(address)}>
        <path class="hollow" d={outline} />
        <text class="filled-text hollow-text" x={x} y={y + side * OFF_MIDDLE}>
          {of.kind === 'a' ? 'a' : 'δ'}
        </text>
      </g>
    )
  }
  const end = ends[of.kind]
  const number = formatNumber(value)
  return (
    <g key="made" class="half-disc step-arrived" data-s={address} ref={litBy(address)}>
      <path class="filled" d={outline} {...fill(value, end)} />
      <text class="filled filled-text" x={x} y={y + side * OFF_MIDDLE} {...(number.length > LONG && squeezed)} {...fill(value, end)}>
        {number}
      </text>
    </g>
  )
}

import type { ComponentChildren, ComponentType } from 'preact'
import { useId, useMemo } from 'preact/hooks'
import { addressText } from '../address/address.js'
import { stepped } from '../number/stepped.js'
import { adjust, state, text } from '../state/store.js'
import { parameterSteps } from '../view/editable.js'
import { changeOf, lookAt, lookedAt, pointed, sizes, valueAt } from '../view/focus.js'
import { Edge } from './Edge.js'
import { Neuron, type NeuronProps } from './Neuron.js'
import { netLayout, usualSpacing, type NetLayout, type Spacing } from './netLayout.js'
import { step } from './step.js'

const changesOfKeys: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, PageUp: 10, PageDown: -10 }

interface NetProps {
  /** What a section draws over the lines and under the neurons. */
  readonly under?: (layout: NetLayout) => ComponentChildren
  /** What it draws over everything. */
  readonly over?: (layout: NetLayout) => ComponentChildren
  /** How it draws a neuron, and with what room around it. */
  readonly neuron?: ComponentType<NeuronProps>
  readonly spacing?: Spacing
  /** How much more there is of the picture to the right of the last layer. */
  readonly room?: number
}

/** The network as a picture: one stop for the Tab key, within which the arrow keys lead from one quantity to the next. */
export function Net({ under, over, neuron: Drawn = Neuron, spacing = usualSpacing, room = 0 }: NetProps = {}) {
  const words = text.value.net
  const keys = useId()
  const net = sizes.value
  const layout = useMemo(() => netLayout(net, spacing), [net, spacing])
  const press = (event: KeyboardEvent) => {
    const next = step(event.key, lookedAt.value, net)
    const count = changesOfKeys[event.key]
    if (next) {
      pointed.value = ''
      lookAt(addressText(next))
    } else if (count !== undefined) {
      const address = state.value.focus
      const change = changeOf(address, stepped(valueAt(address), count, parameterSteps))
      if (change) adjust(change)
    } else return
    event.preventDefault()
  }
  const layers = net.map((_, i) => i + 1)
  return (
    <>
      <svg
        class="net"
        viewBox={`0 0 ${layout.width + room} ${layout.height + 30}`}
        role="application"
        aria-label={words.network}
        aria-describedby={keys}
        tabindex={0}
        onKeyDown={press}
      >
        <g aria-hidden="true">
          {layers.slice(1).flatMap((layer) =>
            upTo(net[layer - 1]).flatMap((j) => upTo(net[layer - 2]).map((k) => <Edge key={`${layer}:${j}:${k}`} layout={layout} layer={layer} j={j} k={k} />)),
          )}
          {under?.(layout)}
          {layers.flatMap((layer) => upTo(net[layer - 1]).map((j) => <Drawn key={`${layer}:${j}`} layout={layout} layer={layer} j={j} />))}
          {layers.map((layer) => (
            <text key={layer} class="layer-name" x={layout.at(layer, 1).x} y={layout.height + 18}>
              {layer === 1 ? words.inputLayer : layer === net.length ? words.outputLayer : `l = ${layer}`}
            </text>
          ))}
          {over?.(layout)}
        </g>
      </svg>
      <p id={keys} class="hint">
        {words.networkKeys}
      </p>
    </>
  )
}

function upTo(count = 0): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}

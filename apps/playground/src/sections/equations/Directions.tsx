import type { NetLayout } from '../../net/netLayout.js'
import { state } from '../../state/store.js'
import { sizes } from '../../view/focus.js'
import { current, place } from './told.js'

/** It points to the right. */
const ARROW = 'M -9 -7 L 10 0 L -9 7 L -5 0 Z'
/** Where on a line its arrow stands, from its start. */
const AT = 0.6

/** Arrows on the lines that the step walks along: forward for z, and for δ of BP2 back along the same ones. */
export function Directions({ layout }: { readonly layout: NetLayout }) {
  const { name, layer } = current.value
  const net = sizes.value
  if (name !== 'weighted input' && name !== 'backpropagate') return null
  const goesBack = name === 'backpropagate'
  // The lines end in this layer.
  const into = goesBack ? layer + 1 : layer
  const own = place.value.j
  return (
    <>
      {upTo(net[into - 1]).flatMap((to) =>
        upTo(net[into - 2])
          .filter((from) => state.value.form !== 'neuron' || (goesBack ? from : to) === own)
          .map((from) => {
            const [start, point, end] = [0, AT, 1].map((share) => layout.along(into, to, from, share))
            if (!start || !point || !end) return null
            const angle = (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI + (goesBack ? 180 : 0)
            return <path key={`${to}:${from}`} class={goesBack ? 'walk-arrow back' : 'walk-arrow'} d={ARROW} transform={`translate(${point.x} ${point.y}) rotate(${angle})`} />
          }),
      )}
    </>
  )
}

function upTo(count = 0): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}

import type { NetLayout } from '../../net/netLayout.js'
import { state } from '../../state/store.js'
import { sizes } from '../../view/focus.js'
import { bands, costPlace } from './bands.js'
import { walked } from './experiments.js'
import { isMerged, mergedFrom, pathLookedAt } from './looking.js'

/** Every path as a ribbon over the network: what is added is strong, what is not is faint, and that which is looked at has an edge. */
export function Ribbons({ layout }: { readonly layout: NetLayout }) {
  const { added } = state.value
  const from = mergedFrom.value
  const merged = isMerged.value
  return (
    <g class="ribbons">
      {bands({ walked: walked.value, layout, mergedFrom: from, L: sizes.value.length }).map(({ name, value, points, thickness, isFused }) => (
        <polyline
          key={name}
          class="ribbon"
          data-path={name}
          data-sign={value < 0 ? 'negative' : 'positive'}
          data-added={merged || isFused || added.includes(name)}
          points={points}
          stroke-width={thickness}
        />
      ))}
      {!merged && <LookedAtRibbon layout={layout} />}
    </g>
  )
}

/** The path that is looked at, drawn along the middle of its edges. */
function LookedAtRibbon({ layout }: { readonly layout: NetLayout }) {
  const path = pathLookedAt.value
  if (!path) return null
  const { layer: l, k } = walked.value.weight
  const places = [layout.at(l - 1, k + 1), ...path.neurons.map((q, i) => layout.at(l + i, q + 1)), costPlace(layout)]
  return <polyline class="ribbon-looked-at" points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
}

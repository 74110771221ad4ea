import { LookedAt } from '../../net/LookedAt.js'
import { Net } from '../../net/Net.js'
import { formatNumber } from '../../number/formatNumber.js'
import { choose, state, text } from '../../state/store.js'
import { readAddress } from '../../address/address.js'
import { sizes, valueAt } from '../../view/focus.js'
import { Formula } from '../../view/Formula.js'
import { LinkedSection } from '../../view/LinkedSection.js'
import { quantityName } from '../../view/quantityName.js'
import { Symbol } from '../../view/Symbol.js'
import { agrees } from './agrees.js'
import { ROOM } from './bands.js'
import changeOfCost from './changeOfCost.tex'
import { Ends } from './Ends.js'
import { walked, weight } from './experiments.js'
import { sumOf } from './listed.js'
import { isMerged, list, merged } from './looking.js'
import { Merge } from './Merge.js'
import { mergeSentence } from './mergeSentence.js'
import { PathFactors } from './PathFactors.js'
import { PathList } from './PathList.js'
import { Push } from './Push.js'
import { Ribbons } from './Ribbons.js'
import { SumClimb } from './SumClimb.js'
import sumOverPaths from './sumOverPaths.tex'

/** With fewer paths there is little to add up. */
const FEW = 4
const DEEPER = [3, 4, 4, 2]

/** What is read beside the picture lights up, but is not chosen: else its paths would go, and those of another weight stand there. */
const keepingWeight = { onClick: stop, onFocusIn: stop }

/** The last section: a weight's ∂C/∂w as a sum over paths, and how merging them gives backpropagation. */
export function PathsSection() {
  const { paths } = text.value
  const address = weight.value
  const of = readAddress(address, sizes.value)
  const nablaW = address.replace('w', 'nablaW')
  return (
    <LinkedSection name="paths" heading={paths.heading} lead={paths.lead}>
      <div class="paths-frames">
        <div class="paths-picture">
          <Net room={ROOM} under={(layout) => <Ribbons layout={layout} />} over={(layout) => <Ends layout={layout} />} />
          <LookedAt />
          <p class="hint">
            {paths.legend} {isMerged.value && paths.mergedLegend}
          </p>
          <p class="visually-hidden" role="status">
            {status()}
          </p>
        </div>
        <div class="paths-sum" {...keepingWeight}>
          <h3>
            {paths.sum} <span class="equation-number">(53)</span>
          </h3>
          <Formula tree={sumOverPaths} label={paths.sum} symbols={{ nablaW }} />
          {of && (
            <p class="chosen-weight">
              {paths.chosen}{' '}
              <math>
                <Symbol of={of} />
              </math>{' '}
              ({quantityName(of)}). {paths.count(walked.value.count)}{' '}
              {walked.value.count < FEW && (
                <button type="button" onClick={() => choose({ sizes: DEEPER, focus: 'w:2:1:1', added: [], merged: 0 })}>
                  {paths.deeper}
                </button>
              )}
            </p>
          )}
          {!agrees(walked.value, valueAt(nablaW)) && <p class="note" role="note">{paths.digitsLost}</p>}
          <SumClimb />
          <h3>
            {paths.onePath} <span class="equation-number">(51)</span>
          </h3>
          <PathFactors label={paths.onePath} />
          <PathList />
        </div>
        <div class="paths-merge" {...keepingWeight}>
          <h3>{paths.merge}</h3>
          <p class="lead">{paths.mergeLead}</p>
          <Merge />
        </div>
        <div class="paths-push" {...keepingWeight}>
          <h3>
            {paths.push} <span class="equation-number">(47)–(50), (52)</span>
          </h3>
          <p class="lead">{paths.pushLead}</p>
          <Formula tree={changeOfCost} label={paths.push} symbols={{ nablaW }} />
          <Push />
        </div>
      </div>
    </LinkedSection>
  )
}

function stop(event: Event): void {
  event.stopPropagation()
}

/** What is said when a path is added or layers are merged. */
function status(): string {
  const { paths } = text.value
  if (merged.value > 0) return mergeSentence()
  return paths.said(walked.value.count, formatNumber(sumOf(list.value, state.value.added)), formatNumber(valueAt(weight.value.replace('w', 'nablaW'))))
}

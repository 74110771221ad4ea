import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { LinkedSection } from '../../view/LinkedSection.js'
import { design, epochs, trial } from './design.js'
import { DesignOwn } from './DesignOwn.js'
import { SaturationMap } from './SaturationMap.js'
import { TwoStarts } from './TwoStarts.js'

/** Why a neuron that is badly wrong can hardly learn: one neuron, the reader's network, and a σ of one's own. */
export function SlowSection() {
  const { slow } = text.value
  return (
    <LinkedSection name="slow" heading={slow.heading} lead={slow.lead}>
      <TwoStarts />
      <SaturationMap />
      <DesignOwn />
      <Status />
    </LinkedSection>
  )
}

/** For those who hear the page: what is wrong with the formula, or how the comparison ended. */
function Status() {
  return (
    <p class="visually-hidden" role="status">
      {said()}
    </p>
  )
}

function said(): string {
  const { slow } = text.value
  const now = design.value
  if (now.name === 'refused') return slow.problems[now.error.problem](now.error.got, now.error.at === undefined ? '' : String(now.error.at + 1))
  const last = epochs.value.at(-1)
  return trial.value.name === 'ended' && last ? slow.ended(formatNumber(last.sigmoid.cost), formatNumber(last.own.cost)) : ''
}

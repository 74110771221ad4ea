import { addressText, readAddress } from '../../address/address.js'
import { formatNumber } from '../../number/formatNumber.js'
import { choose, state, text } from '../../state/store.js'
import { sizes, valueAt } from '../../view/focus.js'
import { byLeverage, rankOf, seat } from './seat.js'

/** Before anything is shown: at which neuron can a demon do most? Then the answer, beside what the reader said. */
export function Bet() {
  const { demon } = text.value
  const { bet } = state.value
  const { layer, j } = seat.value
  if (bet === '') {
    return (
      <div class="bet">
        <p class="says">{demon.question}</p>
        <span class="buttons">
          <button type="button" class="main" onClick={() => choose({ bet: addressText({ kind: 'delta', layer, j }) })}>
            {demon.betOn(demon.neuron(layer, j))}
          </button>
          <button type="button" onClick={() => choose({ bet: 'none' })}>{demon.noBet}</button>
        </span>
      </div>
    )
  }
  const [most = '', largest = NaN] = byLeverage.value[0] ?? []
  const answer = demon.most(nameOf(most), formatNumber(largest))
  return (
    <div class="bet">
      <p class="says">
        {bet === 'none' ? answer : bet === most ? demon.betWon(nameOf(bet), formatNumber(largest)) : `${demon.betWas(nameOf(bet), formatNumber(valueAt(bet)), rankOf(bet), byLeverage.value.length)} ${answer}`}
      </p>
      <button type="button" onClick={() => choose({ bet: '' })}>{demon.betAgain}</button>
    </div>
  )
}

function nameOf(address: string): string {
  const { layer = 2, j = 1 } = readAddress(address, sizes.value) ?? {}
  return text.value.demon.neuron(layer, j)
}

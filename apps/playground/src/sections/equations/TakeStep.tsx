import { useState } from 'preact/hooks'
import { formatNumber } from '../../number/formatNumber.js'
import { choose, text } from '../../state/store.js'
import { remark } from './remark.js'
import { current, told } from './told.js'
import { updateOf } from './updateOf.js'

/** At the update: makes it, so that the whole page has the new weights, and says what that did to the cost. */
export function TakeStep() {
  const { equations } = text.value
  const [before, setBefore] = useState<number>()
  const { name } = current.value
  if (name !== 'update of w' && name !== 'update of b') return null
  const { cost } = told.value
  return (
    <p class="take-step">
      <button
        type="button"
        onClick={() => {
          setBefore(cost)
          choose({ changes: updateOf(told.peek()) })
          remark.value = equations.costFell(formatNumber(cost), formatNumber(told.peek().cost))
        }}
      >
        {equations.takeStep}
      </button>
      <span>{before === undefined ? equations.costNow(formatNumber(cost)) : equations.costFell(formatNumber(before), formatNumber(cost))}</span>
    </p>
  )
}

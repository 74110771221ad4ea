import { addressText } from '../address/address.js'
import { formatNumber } from '../number/formatNumber.js'
import { adjust, text } from '../state/store.js'
import { parameterSteps } from '../view/editable.js'
import { changeOf, looked, lookedAt, valueAt } from '../view/focus.js'
import { NumberInput } from '../view/NumberInput.js'
import { quantityName } from '../view/quantityName.js'
import { Symbol } from '../view/Symbol.js'

/** What is looked at, by symbol, name and number, to change where it is not computed. */
export function LookedAt() {
  const address = lookedAt.value
  if (!address) return <p class="looked-at">{text.value.net.pick}</p>
  const value = valueAt(looked.value)
  const canChange = changeOf(addressText(address), value) !== undefined
  return (
    <p class="looked-at">
      <math>
        <Symbol of={address} />
      </math>
      {address.j !== undefined && (
        <>
          <span aria-hidden="true">=</span>
          {canChange ? (
            <NumberInput
              {...parameterSteps}
              value={value}
              label={quantityName(address)}
              onChange={(next) => {
                const change = changeOf(addressText(address), next)
                if (change) adjust(change)
              }}
            />
          ) : (
            <output>{formatNumber(value)}</output>
          )}
        </>
      )}
      <span class="name">{quantityName(address)}</span>
    </p>
  )
}

import { addressText, type Address } from '../address/address.js'
import { exactNumber, formatNumber } from '../number/formatNumber.js'
import { adjust } from '../state/store.js'
import { parameterSteps } from '../view/editable.js'
import { ends, fill } from '../view/fill.js'
import { changeOf, valueAt } from '../view/focus.js'
import { litBy } from '../view/lighting.js'
import { NumberInput } from '../view/NumberInput.js'
import { quantityName } from '../view/quantityName.js'

interface CellProps {
  readonly of: Address
  readonly row: number
  readonly column: number
  /** The one cell of its matrix that the Tab key stops at. */
  readonly isStop: boolean
}

/** One number of a matrix; what is not computed can be changed in it. */
export function Cell({ of, row, column, isStop }: CellProps) {
  const address = addressText(of)
  const value = valueAt(address)
  const tabIndex = isStop ? 0 : -1
  const canChange = of.kind === 'w' || of.kind === 'b' || of.kind === 'y' || of.layer === 1
  return (
    <td role="gridcell" class="cell filled" data-s={address} data-row={row} data-column={column} ref={litBy(address)} {...fill(value, ends[of.kind])}>
      {canChange ? (
        <NumberInput
          {...parameterSteps}
          inGrid
          value={value}
          label={quantityName(of)}
          tabIndex={tabIndex}
          onChange={(next) => {
            const change = changeOf(address, next)
            if (change) adjust(change)
          }}
        />
      ) : (
        <span class="number" role="img" title={exactNumber(value)} aria-label={`${quantityName(of)}, ${formatNumber(value)}`} tabIndex={tabIndex}>
          {formatNumber(value)}
        </span>
      )}
    </td>
  )
}

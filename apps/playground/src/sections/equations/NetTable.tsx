import { addressText, type Address } from '../../address/address.js'
import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { sizes, valueAt } from '../../view/focus.js'
import { litBy } from '../../view/lighting.js'
import { Symbol } from '../../view/Symbol.js'
import { known } from './told.js'

const columns = ['z', 'a', 'delta', 'nablaB'] as const

/** The picture as a table: every neuron with what the algorithm has come to, and a dash for what it has not. */
export function NetTable() {
  const { equations } = text.value
  return (
    <details class="net-table">
      <summary>{equations.table}</summary>
      <div class="table-place" tabIndex={0} role="group" aria-label={equations.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{equations.layer}</th>
              <th scope="col">{equations.neuron}</th>
              {columns.map((kind) => (
                <th key={kind} scope="col">
                  <math>
                    <Symbol of={{ kind, layer: 1 }} />
                  </math>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sizes.value.flatMap((size, i) =>
              Array.from({ length: size }, (_, row) => (
                <tr key={`${i}:${row}`}>
                  <td>{i + 1}</td>
                  <td>{row + 1}</td>
                  {columns.map((kind) => (
                    <NumberOf key={kind} of={{ kind, layer: i + 1, j: row + 1 }} />
                  ))}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function NumberOf({ of }: { readonly of: Address }) {
  if (!known.value.has(of)) return <td>–</td>
  const address = addressText(of)
  return (
    <td data-s={address} ref={litBy(address)}>
      {formatNumber(valueAt(address))}
    </td>
  )
}

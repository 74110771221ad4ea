import { readAddress } from '../../address/address.js'
import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { litBy } from '../../view/lighting.js'
import { settledNetwork } from '../../view/settledNetwork.js'
import { Symbol } from '../../view/Symbol.js'
import type { SlopeVerdict } from './modifiedNeuron.js'

/** The slope of every weight and bias, as the reader's algorithm has it and by differences; the wrong ones first. */
export function SlopeTable({ verdicts }: { readonly verdicts: readonly SlopeVerdict[] }) {
  const { exercises, training } = text.value
  const inOrder = [...verdicts].sort((p, q) => Number(p.isRight) - Number(q.isRight))
  return (
    <details>
      <summary>{training.table}</summary>
      <div class="table-place slope-table" role="group" aria-label={exercises.slopes} tabIndex={0}>
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">{exercises.parameter}</th>
              <th scope="col">{exercises.byYou}</th>
              <th scope="col">{exercises.byDifferences}</th>
              <th scope="col">{exercises.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder.map(({ address, byReader, byDifferences, isRight }) => {
              const of = readAddress(address, settledNetwork.value.sizes)
              return (
                <tr key={address} data-s={address} ref={litBy(address)} data-right={isRight}>
                  <th scope="row">
                    <math>{of && <Symbol of={of} />}</math>
                  </th>
                  <td>{formatNumber(byReader)}</td>
                  <td>{formatNumber(byDifferences)}</td>
                  <td>{isRight ? exercises.right : exercises.wrong}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}

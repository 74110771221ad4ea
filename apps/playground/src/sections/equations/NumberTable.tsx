import type { ComponentChildren } from 'preact'
import type { AddressText } from '../../address/address.js'
import { formatNumber } from '../../number/formatNumber.js'
import { fill } from '../../view/fill.js'
import { litBy } from '../../view/lighting.js'

interface NumberTableProps {
  /** Its symbol, in MathML. */
  readonly symbol: ComponentChildren
  readonly label: string
  readonly numbers: readonly (readonly number[])[]
  /** The value that has the full colour. */
  readonly end: number
  /** The quantity of the network that a number is made of alone, with which it lights up: z^l_j of σ′(z^l_j). */
  readonly of?: (row: number, column: number) => AddressText | undefined
}

/** A matrix that is only computed on the way, such as σ′(z) or Σ′(z): it has no address of its own, and nothing in it can be changed. */
export function NumberTable({ symbol, label, numbers, end, of }: NumberTableProps) {
  return (
    <figure class="matrix">
      <figcaption>
        <math>{symbol}</math>
        <span class="shape">
          {numbers.length} × {numbers[0]?.length ?? 0}
        </span>
      </figcaption>
      <table aria-label={label}>
        <tbody>
          {numbers.map((row, i) => (
            <tr key={i}>
              {row.map((value, j) => {
                const address = of?.(i + 1, j + 1)
                return (
                  <td key={j} class="made-number filled" {...(address !== undefined && { 'data-s': address, ref: litBy(address) })} {...fill(value, end)}>
                    <span class="number">{formatNumber(value)}</span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

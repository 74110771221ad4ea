import { useState } from 'preact/hooks'
import { addressText, hasColumns, type Address, type Kind } from '../address/address.js'
import { text } from '../state/store.js'
import { litBy } from '../view/lighting.js'
import { Symbol } from '../view/Symbol.js'
import { Cell } from './Cell.js'

interface MatrixGridProps {
  readonly kind: Kind
  readonly layer: number
  readonly rows: number
  readonly columns: number
  /** Draws it with rows and columns swapped: w as the other order of indices has it, or a transpose. */
  readonly swapped?: boolean
  /** Says so by a T over its symbol. */
  readonly transposed?: boolean
}

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** A matrix or vector of a layer as a table of numbers: one stop for the Tab key, arrow keys within. */
export function MatrixGrid({ kind, layer, rows, columns, swapped = false, transposed = false }: MatrixGridProps) {
  const [stop, setStop] = useState<readonly [row: number, column: number]>([1, 1])
  const whole = addressText({ kind, layer })
  const address = (row: number, column: number): Address =>
    !hasColumns(kind) ? { kind, layer, j: swapped ? column : row } : swapped ? { kind, layer, j: column, k: row } : { kind, layer, j: row, k: column }
  const [stopRow, stopColumn] = [Math.min(stop[0], rows), Math.min(stop[1], columns)]
  return (
    <figure class="matrix" data-s={whole} ref={litBy(whole)}>
      <figcaption>
        <math>
          {transposed ? <Transposed of={{ kind, layer }} /> : <Symbol of={{ kind, layer }} />}
        </math>
        <span class="shape">
          {rows} × {columns}
        </span>
      </figcaption>
      <table
        role="grid"
        aria-label={text.value.net.matrixOf(kind, layer)}
        aria-describedby="matrix-keys"
        onFocusIn={(event) => {
          const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td') : null
          if (cell) setStop([Number(cell.dataset.row), Number(cell.dataset.column)])
        }}
        onKeyDown={(event) => {
          const [down, right] = moves[event.key] ?? []
          if (down === undefined || right === undefined || event.altKey) return
          event.preventDefault()
          const next = event.currentTarget.querySelector<HTMLElement>(`[data-row="${stopRow + down}"][data-column="${stopColumn + right}"] .number`)
          next?.focus()
        }}
      >
        <tbody>
          {upTo(rows).map((row) => (
            <tr key={row} role="row">
              {upTo(columns).map((column) => (
                <Cell key={column} of={address(row, column)} row={row} column={column} isStop={row === stopRow && column === stopColumn} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function Transposed({ of }: { readonly of: Address }) {
  return (
    <msup>
      <mrow>
        <mo>(</mo>
        <Symbol of={of} />
        <mo>)</mo>
      </mrow>
      <mi>T</mi>
    </msup>
  )
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}

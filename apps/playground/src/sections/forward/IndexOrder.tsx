import { choose, state, text } from '../../state/store.js'
import { indexOrders } from '../../state/state.js'

/** The order of the indices of w, to choose, and what each order costs: the chapter's needs no transpose to go forward. */
export function IndexOrder({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  const { forward } = text.value
  const swapped = state.value.order === 'from-to'
  const shape = (height: number, width: number) => `${height} × ${width}`
  return (
    <fieldset class="order">
      <legend>{forward.order}</legend>
      {indexOrders.map((order) => (
        <label key={order}>
          <input type="radio" name="order" checked={state.value.order === order} onChange={() => choose({ order })} />
          {forward.orders[order]}
        </label>
      ))}
      <p class={swapped ? 'verdict misfit' : 'verdict'}>
        {swapped
          ? forward.orderBad(shape(columns, rows), shape(columns, 1), shape(rows, columns))
          : forward.orderGood(shape(rows, columns), shape(columns, 1), shape(rows, 1))}
      </p>
    </fieldset>
  )
}

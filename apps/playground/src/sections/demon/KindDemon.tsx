import { useState } from 'preact/hooks'
import { addressText, readAddress } from '../../address/address.js'
import { costOf } from '../../engine/costOf.js'
import { formatNumber } from '../../number/formatNumber.js'
import { choose, state, text } from '../../state/store.js'
import { quantities, sizes } from '../../view/focus.js'
import { NumberInput } from '../../view/NumberInput.js'
import { quantityName } from '../../view/quantityName.js'
import { Symbol } from '../../view/Symbol.js'
import { LONGEST_PUSH, PUSHES, whereGreedFails, type Push } from './game.js'
import { game, push, rival, takeBack } from './playing.js'
import { seat } from './seat.js'

/** Costs nearer to each other are the same. */
const TIED = 1e-9

/** Five pushes of a kind demon, by the reader, then beside those of the greedy one. */
export function KindDemon() {
  const { demon } = text.value
  const [size, setSize] = useState(LONGEST_PUSH)
  const { layer, j } = seat.value
  const at = addressText({ kind: 'delta', layer, j })
  const own = game.value?.pushes ?? []
  const left = PUSHES - own.length
  const now = costOf(state.value, quantities.value).cost
  const rivalEnd = rival.value.at(-1)?.cost ?? NaN
  return (
    <div class="kind-demon">
      <h3>{demon.kind}</h3>
      <p class="says">{demon.rules}</p>
      <div class="controls">
        <label class="choice">
          {demon.size}
          <NumberInput least={0.1} most={LONGEST_PUSH} step={0.1} value={size} label={demon.size} onChange={setSize} />
        </label>
        <span class="buttons">
          <button type="button" disabled={left === 0} onClick={() => push(at, size)}>{demon.pushUp}</button>
          <button type="button" disabled={left === 0} onClick={() => push(at, -size)}>{demon.pushDown}</button>
        </span>
        {own.length > 0 && <button type="button" onClick={takeBack}>{demon.takeBack}</button>}
      </div>
      <p class="says">{standing()}</p>
      {left === 0 && now >= rivalEnd - TIED && (
        <p class="says">
          {demon.greedFails}{' '}
          <button type="button" class="verb" onClick={() => choose(whereGreedFails)}>{demon.playThere}</button>
        </p>
      )}
      {own.length > 0 && <Pushes own={own} rival={left === 0 ? rival.value : []} />}
    </div>
  )
}

/** How the game stands, in a sentence. */
export function standing(): string {
  const { demon } = text.value
  const now = costOf(state.value, quantities.value).cost
  const left = PUSHES - (game.value?.pushes.length ?? 0)
  if (left > 0) return demon.left(left, formatNumber(now))
  const rivalEnd = rival.value.at(-1)?.cost ?? NaN
  if (Math.abs(now - rivalEnd) <= TIED) return demon.tied(formatNumber(now))
  return now < rivalEnd ? demon.won(formatNumber(now), formatNumber(rivalEnd)) : demon.lost(formatNumber(now), formatNumber(rivalEnd))
}

function Pushes({ own, rival }: { readonly own: readonly Push[]; readonly rival: readonly Push[] }) {
  const { demon } = text.value
  return (
    <table class="compared">
      <thead>
        <tr>
          <td />
          <th scope="col">{demon.yours}</th>
          <th scope="col">C</th>
          {rival.length > 0 && <th scope="col">{demon.greedy}</th>}
          {rival.length > 0 && <th scope="col">C</th>}
        </tr>
      </thead>
      <tbody>
        {own.map((one, i) => {
          const other = rival[i]
          return (
            <tr key={i}>
              <th scope="row">{i + 1}</th>
              <PushCell of={one} />
              <td>{formatNumber(one.cost)}</td>
              {other && <PushCell of={other} />}
              {other && <td>{formatNumber(other.cost)}</td>}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function PushCell({ of: { at, deltaZ } }: { readonly of: Push }) {
  const { layer = 2, j = 1 } = readAddress(at, sizes.value) ?? {}
  return (
    <td class="push">
      <math aria-label={quantityName({ kind: 'z', layer, j })}>
        <Symbol of={{ kind: 'z', layer, j }} />
      </math>{' '}
      {deltaZ > 0 ? '+' : ''}
      {formatNumber(deltaZ)}
    </td>
  )
}

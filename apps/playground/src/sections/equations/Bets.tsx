import { addressText, type Address } from '../../address/address.js'
import { formatNumber } from '../../number/formatNumber.js'
import { state, text } from '../../state/store.js'
import { sizes, valueAt } from '../../view/focus.js'
import { litBy } from '../../view/lighting.js'
import { quantityName } from '../../view/quantityName.js'
import { Symbol } from '../../view/Symbol.js'
import { bet, bets, score, signOf } from './bets.js'
import { current, told } from './told.js'

/** Before an error is computed, a guess at its sign for whoever likes to; with the error, what was guessed. */
export function Bets() {
  const next = told.value.steps[state.value.step]
  const asked = next?.result.kind === 'delta' ? next.layer : undefined
  const answered = current.value.result.kind === 'delta' ? current.value.layer : undefined
  return (
    <>
      {answered !== undefined && <Answers layer={answered} />}
      {asked !== undefined && <Questions layer={asked} />}
    </>
  )
}

function Questions({ layer }: { readonly layer: number }) {
  const { equations } = text.value
  return (
    <fieldset class="sign-bets">
      <legend>{equations.guess}</legend>
      <div class="sign-bet-row">
        {errorsOf(layer).map((error) => {
          const guessed = bets.value.get(addressText(error))
          return (
            <div key={error.j} class="sign-bet" role="group" aria-label={quantityName(error)}>
              <math><Symbol of={error} /></math>
              {(['positive', 'negative'] as const).map((sign) => (
                <button key={sign} type="button" aria-label={equations.signs[sign]} aria-pressed={guessed === sign} onClick={() => bet(layer, error.j ?? 1, sign)}>
                  {sign === 'positive' ? '+' : '−'}
                </button>
              ))}
            </div>
          )
        })}
      </div>
      <p class="hint">{layer === sizes.value.length ? equations.guessHintLast : equations.guessHint}</p>
    </fieldset>
  )
}

function Answers({ layer }: { readonly layer: number }) {
  const { equations } = text.value
  const guessed = errorsOf(layer).filter((error) => bets.value.has(addressText(error)))
  if (guessed.length === 0) return null
  return (
    <div class="sign-bets">
      <ul class="sign-bet-row">
        {guessed.map((error) => {
          const address = addressText(error)
          const [sign, value] = [bets.value.get(address), valueAt(address)]
          const isRight = sign === signOf(value)
          return (
            <li key={error.j} class={isRight ? 'sign-bet right' : 'sign-bet wrong'} data-s={address} ref={litBy(address)}>
              <math><Symbol of={error} /></math>
              <span>{equations.guessed(sign === 'positive' ? '+' : '−', formatNumber(value), isRight)}</span>
            </li>
          )
        })}
      </ul>
      <p class="hint">{equations.score(score.value.right, score.value.all)}</p>
    </div>
  )
}

function errorsOf(layer: number): Address[] {
  return Array.from({ length: sizes.value[layer - 1] ?? 0 }, (_, i) => ({ kind: 'delta', layer, j: i + 1 }))
}

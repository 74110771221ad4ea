import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { DigitImage } from './DigitImage.js'
import { tested, worst } from './digitsTraining.js'
import { chosen } from './reading.js'

/** Test digits that were misread, the most costly first; one that is chosen is read above. */
export function MisreadDigits() {
  const { digits } = text.value
  const now = tested.value
  if (!now) return <p class="hint">{digits.misreadBefore}</p>
  return (
    <>
      <p>{digits.misread(now.misread, now.size)}</p>
      <ul class="misread">
        {worst.value.map(({ sample, label, answer, cost, image }) => (
          <li key={sample}>
            <button
              type="button"
              aria-pressed={chosen.value?.image === image}
              onClick={() => {
                chosen.value = { image, label }
              }}
            >
              <DigitImage image={image} />
              <span class="visually-hidden">{digits.misreadOne(label, answer, formatNumber(cost))}</span>
              <span aria-hidden="true">
                {label} → {answer}
              </span>
              <span class="hint" aria-hidden="true">
                {formatNumber(cost)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

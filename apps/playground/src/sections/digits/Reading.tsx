import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { course, startFrom } from './digitsTraining.js'
import { DigitImage } from './DigitImage.js'
import { DIGITS, PIXELS } from './digitsNetwork.js'
import { Pad } from './Pad.js'
import { answer, chosen, image, outputs } from './reading.js'

const EMPTY = new Uint8Array(PIXELS)

/** A digit to draw, what the network is given of it, and what it answers, which follows the training. */
export function Reading() {
  const { digits } = text.value
  const given = image.value
  const says = outputs.value
  return (
    <div class="reading">
      <Pad />
      <figure class="as-given">
        <DigitImage image={given ?? EMPTY} label={chosen.value ? digits.testDigit(chosen.value.label) : digits.asGiven} />
        <figcaption class="hint">{chosen.value ? digits.testDigit(chosen.value.label) : digits.asGiven}</figcaption>
      </figure>
      <div class="answers">
        <ol class="outputs" aria-label={digits.outputs}>
          {Array.from({ length: DIGITS }, (_, digit) => (
            <li key={digit} data-answer={digit === answer.value || undefined}>
              <b>{digit}</b>
              <span class="output-bar">
                <span style={{ width: `${(100 * (says?.[digit] ?? 0)).toFixed(1)}%` }} />
              </span>
              <span class="output-value">{says ? formatNumber(says[digit] ?? 0) : '–'}</span>
            </li>
          ))}
        </ol>
        <p class="answer" role="status">
          <Answer />
        </p>
      </div>
    </div>
  )
}

/** What the network reads, in words. */
function Answer() {
  const { digits } = text.value
  if (answer.value === undefined) return <>{digits.drawFirst}</>
  if (chosen.value) return <>{digits.readsTest(answer.value, chosen.value.label)}</>
  const isUntrained = !startFrom.value && !((course.report.value?.epoch ?? 0) > 0)
  return <>{isUntrained ? digits.readsUntrained(answer.value) : digits.reads(answer.value)}</>
}

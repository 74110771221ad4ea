import { useEffect } from 'preact/hooks'
import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { CostCurve } from '../../training/CostCurve.js'
import { CurveChart } from '../../training/CurveChart.js'
import { Figure } from '../../training/Figure.js'
import { percent } from '../../training/percent.js'
import { shareScale } from '../../training/shareScale.js'
import { speed } from '../../training/speed.js'
import { Spoken } from '../../training/Spoken.js'
import { Trouble } from '../../training/Trouble.js'
import { DigitsControls } from './DigitsControls.js'
import { DigitsModels } from './DigitsModels.js'
import { accuracyCurve, course, followState, tested } from './digitsTraining.js'
import { MisreadDigits } from './MisreadDigits.js'
import { Reading } from './Reading.js'
import { WeightImages } from './WeightImages.js'

/** A network that learns to read digits, live: a digit to draw, curves, the weights as images, and what is misread. */
export function DigitsSection() {
  const { digits } = text.value
  useEffect(followState, [])
  return (
    <section class="section" aria-labelledby="digits">
      <h2 id="digits" tabIndex={-1}>{digits.heading}</h2>
      <p class="lead">{digits.lead}</p>
      <Reading />
      <h3>{digits.train}</h3>
      <p class="hint">{digits.source}</p>
      <DigitsControls />
      <Trouble phase={course.phase} />
      <Figures />
      <div class="digits-frames">
        <Curves />
        <WeightImages />
      </div>
      <h3>{digits.misreadHeading}</h3>
      <MisreadDigits />
      <DigitsModels />
      <Spoken sentence={sentence} />
    </section>
  )
}

/** How training stands, in numbers. */
function Figures() {
  const { digits, training } = text.value
  const now = course.report.value
  const right = tested.value
  return (
    <dl class="figures">
      <Figure name={training.epoch} value={now ? now.epoch.toFixed(1) : '–'} />
      <Figure name={training.costNow} value={now && !Number.isNaN(now.cost) ? formatNumber(now.cost) : '–'} />
      <Figure name={digits.accuracy} value={right ? percent(right.accuracy) : '–'} />
      <Figure name={training.speed} value={speed(now?.samplesPerSecond)} />
    </dl>
  )
}

/** What is right of the test digits, and the cost, by epoch. */
function Curves() {
  const { digits } = text.value
  const right = tested.value
  return (
    <div>
      <CurveChart
        points={accuracyCurve.value.points}
        scale={shareScale}
        caption={digits.accuracyCurve}
        label={right ? digits.accuracyNow(percent(right.accuracy)) : digits.accuracyCurve}
        valueName={digits.accuracy}
        draw={percent}
        kind="accuracy"
      />
      <CostCurve curve={course.curve.value} />
    </div>
  )
}

function sentence(): string {
  const { digits } = text.peek()
  const now = course.report.peek()
  if (!now || course.phase.peek().name !== 'running') return ''
  return digits.status(now.epoch.toFixed(1), formatNumber(now.cost), percent(tested.peek()?.accuracy ?? NaN))
}

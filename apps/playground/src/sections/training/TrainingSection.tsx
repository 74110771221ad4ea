import { useEffect, useMemo } from 'preact/hooks'
import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { CostCurve } from '../../training/CostCurve.js'
import { Figure } from '../../training/Figure.js'
import { percent } from '../../training/percent.js'
import { speed } from '../../training/speed.js'
import { Spoken } from '../../training/Spoken.js'
import { Trouble } from '../../training/Trouble.js'
import { OwnTable } from './OwnTable.js'
import { Plane } from './Plane.js'
import { PointModels } from './PointModels.js'
import { samplesOf } from './pointNetwork.js'
import { isPlane } from './points.js'
import { course, data, followState } from './training.js'
import { TrainingControls } from './TrainingControls.js'

/** Training in a worker, live: the plane as the network sees it, and its cost. */
export function TrainingSection() {
  const { training } = text.value
  useEffect(followState, [])
  const chosen = data.value
  const samples = useMemo(() => samplesOf(chosen), [chosen])
  const now = course.report.value
  return (
    <section class="section" aria-labelledby="training">
      <h2 id="training" tabIndex={-1}>{training.heading}</h2>
      <p class="lead">{training.lead}</p>
      <TrainingControls />
      <OwnTable />
      <Trouble phase={course.phase} />
      <div class="training-frames">
        {isPlane(samples) && <Plane samples={samples} />}
        <div>
          <dl class="figures">
            <Figure name={training.epoch} value={now ? String(now.epoch) : '–'} />
            <Figure name={training.costNow} value={now ? formatNumber(now.cost) : '–'} />
            <Figure name={training.accuracy} value={now ? percent(now.accuracy) : '–'} />
            <Figure name={training.speed} value={speed(now?.samplesPerSecond)} />
          </dl>
          <CostCurve curve={course.curve.value} />
          <PointModels />
        </div>
      </div>
      <Spoken sentence={sentence} />
    </section>
  )
}

function sentence(): string {
  const { training } = text.peek()
  const now = course.report.peek()
  if (!now || course.phase.peek().name !== 'running') return ''
  return training.status(now.epoch, formatNumber(now.cost), percent(now.accuracy))
}

import { computed } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { formatNumber } from '../../number/formatNumber.js'
import { languageTag, text } from '../../state/store.js'
import { CostCurve } from './CostCurve.js'
import { Plane } from './Plane.js'
import { followState, phase, report } from './training.js'
import { TrainingControls } from './TrainingControls.js'

/** 1.2M, or 120万 */
const compact = computed(() => new Intl.NumberFormat(languageTag.value, { notation: 'compact', maximumSignificantDigits: 3 }))

/** Training in a worker, live: the plane as the network sees it, and its cost. */
export function TrainingSection() {
  const { training } = text.value
  useEffect(followState, [])
  const now = report.value
  return (
    <section class="section" aria-labelledby="training">
      <h2 id="training" tabIndex={-1}>{training.heading}</h2>
      <p class="lead">{training.lead}</p>
      <TrainingControls />
      <Trouble />
      <div class="training-frames">
        <Plane />
        <div>
          <dl class="figures">
            <Figure name={training.epoch} value={now ? String(now.epoch) : '–'} />
            <Figure name={training.costNow} value={now ? formatNumber(now.cost) : '–'} />
            <Figure name={training.accuracy} value={now ? percent(now.accuracy) : '–'} />
            <Figure name={training.speed} value={now?.samplesPerSecond ? compact.value.format(now.samplesPerSecond) : '–'} />
          </dl>
          <CostCurve />
        </div>
      </div>
      <Status />
    </section>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** What has gone wrong, and what to do. */
function Trouble() {
  const { training } = text.value
  const now = phase.value
  if (now.name === 'silent') return <p class="note" role="alert">{training.reset}</p>
  if (now.name === 'diverged') return <p class="note" role="alert">{training.diverged(now.epoch)}</p>
  if (now.name === 'failed') return <p class="note" role="alert">{training.failed(now.message)}</p>
  if (now.name === 'ended') return <p class="note" role="status">{training.ended(now.epoch)}</p>
  return null
}

const SPEAK_MS = 4000

/** For those who hear the page: a sentence every few seconds, and no more. */
function Status() {
  const { training } = text.value
  const [said, say] = useState('')
  useEffect(() => {
    const timer = setInterval(() => {
      const now = report.peek()
      if (now && phase.peek().name === 'running') say(training.status(now.epoch, formatNumber(now.cost), percent(now.accuracy)))
    }, SPEAK_MS)
    return () => clearInterval(timer)
  }, [training])
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  )
}

function percent(share: number): string {
  return Number.isNaN(share) ? '–' : `${formatNumber(100 * share)} %`
}

import type { Race } from '@nablajs/explain'
import { computed } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { formatNumber } from '../../number/formatNumber.js'
import { limits, raceBets } from '../../state/state.js'
import { adjust, choose, languageTag, state, text } from '../../state/store.js'
import { Formula } from '../../view/Formula.js'
import { duration } from './duration.js'
import { Lane } from './Lane.js'
import { raceSizes } from './raceSizes.js'
import { cancel, raced, running, startRace } from './racing.js'
import slope from './slope.tex'

const counts = computed(() => new Intl.NumberFormat(languageTag.value))
const whole = (value: number) => counts.value.format(value)

/** The race of (46) against backpropagation: how many weights, a bet, Go, two lanes. */
export function Lanes() {
  const { race } = text.value
  const { raceParameters, raceBet } = state.value
  const { sizes, parameters } = raceSizes(raceParameters)
  const isRunning = running.value === 'race'
  const result = raced.value
  return (
    <>
      <h3>
        {race.against} <span class="equation-number">(46)</span>
      </h3>
      <div class="pair">
        <div>
          <Formula tree={slope} label={race.against} />
          <p class="says">{race.prices}</p>
        </div>
        <div>
          <label class="slider">
            <span>{race.weights(whole(parameters), sizes.join('–'))}</span>
            <input
              type="range"
              min={Math.log10(limits.raceParameters[0])}
              max={Math.log10(limits.raceParameters[1])}
              step={0.1}
              value={Math.log10(raceParameters)}
              aria-valuetext={race.weights(whole(parameters), sizes.join('–'))}
              disabled={isRunning}
              onInput={({ currentTarget }) => adjust({ raceParameters: Math.round(10 ** currentTarget.valueAsNumber) })}
            />
          </label>
          <fieldset class="bets">
            <legend>{race.question}</legend>
            {raceBets.filter((bet) => bet !== 'none').map((bet) => (
              <button key={bet} type="button" aria-pressed={raceBet === bet} disabled={isRunning} onClick={() => choose({ raceBet: bet })}>
                {whole(Number(bet))} ×
              </button>
            ))}
          </fieldset>
          <div class="controls">
            <span class="buttons">
              <button type="button" class="main" disabled={raceBet === 'none' || running.value !== undefined} onClick={startRace}>{race.go}</button>
              {isRunning && <button type="button" onClick={cancel}>{race.cancel}</button>}
            </span>
            <span class="hint">{isRunning ? race.measuring : raceBet === 'none' ? race.betFirst : ''}</span>
          </div>
        </div>
      </div>
      {result && <Result race={result.race} since={result.since} />}
    </>
  )
}

interface ResultProps {
  readonly race: Race
  /** When it was there. */
  readonly since: number
}

const TICK_MS = 250
const QUIET_TICK_MS = 1000
const wantsQuiet = matchMedia('(prefers-reduced-motion: reduce)')

/** The result: backpropagation is done, the differences go on counting, at the pace that was measured, until the reader has seen enough. */
function Result({ race: { parameters, backprop, differences }, since }: ResultProps) {
  const { race, training } = text.value
  const [elapsed, setElapsed] = useState(0)
  const [isCounting, setCounting] = useState(true)
  const isDone = !differences.extrapolated || elapsed >= differences.time
  useEffect(() => {
    if (!isCounting || isDone) return undefined
    const timer = setInterval(() => {
      if (!document.hidden) setElapsed(performance.now() - since)
    }, wantsQuiet.matches ? QUIET_TICK_MS : TICK_MS)
    return () => clearInterval(timer)
  }, [isCounting, isDone, since])
  const pass = differences.time / differences.forwardPasses
  const passes = differences.extrapolated ? Math.min(differences.forwardPasses, differences.measured + Math.floor(elapsed / pass)) : differences.forwardPasses
  const measured = differences.measured / differences.forwardPasses
  return (
    <div class="lanes">
      <Lane name={race.backprop} figure={race.done(duration(backprop.time))} measured={1} reckoned={0} />
      <Lane
        name={race.differences}
        figure={race.passes(whole(passes), whole(differences.forwardPasses))}
        measured={measured}
        reckoned={passes / differences.forwardPasses - measured}
      />
      <p class="says verdict">{raceNews()}</p>
      <p class="hint">
        {differences.extrapolated ? race.extrapolated(whole(differences.measured), whole(differences.forwardPasses)) : race.allMeasured}{' '}
        {elapsed > 0 && race.meanwhile(whole(Math.floor(elapsed / backprop.time)))}
      </p>
      {!isDone && <button type="button" onClick={() => setCounting(!isCounting)}>{isCounting ? race.enough : race.countOn}</button>}
      <details class="table-twin">
        <summary>{training.table}</summary>
        <table>
          <tbody>
            {[
              [race.parameters, whole(parameters)],
              [race.forward, duration(backprop.forward)],
              [race.backward, duration(backprop.backward)],
              [race.rounds, whole(backprop.rounds)],
              [race.onePass, duration(pass)],
              [race.measuredPasses, whole(differences.measured)],
              [race.allPasses, whole(differences.forwardPasses)],
              [race.wholeTime, duration(differences.time)],
            ].map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p class="hint">{race.how}</p>
    </div>
  )
}

const ratioText = (ratio: number) => (ratio < 100 ? formatNumber(ratio) : whole(Number(ratio.toPrecision(2))))

/** How the race ended, and what the reader had bet; empty before. */
export function raceNews(): string {
  const { race } = text.value
  if (!raced.value) return ''
  const { bet, race: { backprop, differences, ratio } } = raced.value
  return `${race.result(duration(backprop.time), duration(differences.time), ratioText(ratio))} ${race.betWas(whole(bet), ratioText(ratio))}`
}

import { sigmoid } from '@nablajs/activations'
import { useEffect, useRef } from 'preact/hooks'
import type { DesignedActivation } from '../../formula/activationOfFormula.js'
import { formulaLimits } from '../../formula/formula.js'
import { formulaText } from '../../formula/formulaText.js'
import { functions } from '../../formula/operations.js'
import { exactNumber, formatNumber } from '../../number/formatNumber.js'
import { adjust, choose, state, text } from '../../state/store.js'
import { Chart, WithinAxes } from '../../view/Chart.js'
import { Comparison } from './Comparison.js'
import { design, followFormula } from './design.js'
import { FormulaMath } from './FormulaMath.js'

const examples = ['z*sigmoid(z)', 'max(0.1z, z)', 'z/(1 + abs(z))', 'sin(z)', '1/(1 + z^2)', '1/(1 + exp(-z))', 'step(z)'] as const

/** The reader's own σ: typed, derived, drawn, checked and trained with. */
export function DesignOwn() {
  const { slow } = text.value
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => loadWhenSeen(place.current), [])
  const { formula } = state.value
  const now = design.value
  const isRefused = now.name === 'refused'
  return (
    <div ref={place}>
      <h3>{slow.own}</h3>
      <p class="lead">{slow.ownLead}</p>
      <label class="formula-field">
        <math aria-hidden="true">
          <mi>f</mi>
          <mo>(</mo>
          <mi>z</mi>
          <mo>)</mo>
          <mo>=</mo>
        </math>
        <input
          type="text"
          value={formula}
          maxLength={formulaLimits.length}
          aria-label="f(z)"
          aria-invalid={isRefused}
          aria-describedby="formula-refusal formula-functions"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={({ currentTarget }) => adjust({ formula: formulaText(currentTarget.value) })}
        />
      </label>
      <div id="formula-refusal">
        {isRefused && <Refusal text={formula} />}
      </div>
      <div class="controls examples">
        <span>{slow.examples}</span>
        {examples.map((example) => (
          <button key={example} type="button" aria-pressed={formula === example} onClick={() => choose({ formula: example })}>
            <code>{example}</code>
          </button>
        ))}
      </div>
      <p id="formula-functions" class="hint">
        {slow.functions} <code>{functions.join(' ')}</code>
      </p>
      {now.name === 'read' && <Read designed={now.designed} />}
    </div>
  )
}

/** Begins to read the formula when the reader comes near it. */
function loadWhenSeen(element: Element | null): () => void {
  let isOver = false
  let stop: (() => void) | undefined
  const load = () => {
    observer.disconnect()
    void followFormula().then((end) => {
      stop = end
      if (isOver) end()
    })
  }
  const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && load())
  if (element) observer.observe(element)
  return () => {
    isOver = true
    observer.disconnect()
    stop?.()
  }
}

/** What is wrong, where, and what to do. */
function Refusal({ text: typed }: { readonly text: string }) {
  const { slow } = text.value
  if (design.value.name !== 'refused') return null
  const { problem, got, at } = design.value.error
  const end = at === undefined ? 0 : at + Math.max(1, got.length)
  return (
    <div class="note formula-refusal">
      <p>{slow.problems[problem](got, at === undefined ? '' : String(at + 1))}</p>
      {at !== undefined && (
        <code>
          {typed.slice(0, at)}
          <mark>{typed.slice(at, end) || ' '}</mark>
          {typed.slice(end)}
        </code>
      )}
    </div>
  )
}

const RANGE = 6
const POINTS = 480
const TALLEST = 4
const samples = Array.from({ length: POINTS + 1 }, (_, i) => RANGE * ((2 * i) / POINTS - 1))

/** f and f′, as formulas and as curves, with σ beside them. */
function Read({ designed: { formula, derivative, activation } }: { readonly designed: DesignedActivation }) {
  const { slow } = text.value
  const curve = samples.map((z) => [z, activation.f(z)] as const)
  const slopes = samples.map((z) => [z, activation.fPrime(z, activation.f(z))] as const)
  const heights = [...curve, ...slopes].map(([, value]) => value).filter((value) => Number.isFinite(value))
  const from = Math.max(-TALLEST, Math.min(-0.5, ...heights))
  const to = Math.min(TALLEST, Math.max(1.2, ...heights))
  return (
    <div class="side-by-side">
      <div>
        <div class="formula" role="group" aria-label={slow.ownFormula} tabIndex={0}>
          <math class="own-line">
            <mi>f</mi>
            <mo>(</mo>
            <mi>z</mi>
            <mo>)</mo>
            <mo>=</mo>
            <FormulaMath of={formula} />
          </math>
        </div>
        <div class="formula" role="group" aria-label={slow.ownDerivative} tabIndex={0}>
          <math class="derivative-line">
            <msup>
              <mi>f</mi>
              <mo lspace="0" rspace="0">′</mo>
            </msup>
            <mo>(</mo>
            <mi>z</mi>
            <mo>)</mo>
            <mo>=</mo>
            <FormulaMath of={derivative} />
          </math>
        </div>
        <Chart
          label={slow.ownPicture}
          x={[-RANGE, RANGE]}
          xTicks={[-6, -3, 0, 3, 6]}
          xName="z"
          y={[from, to]}
          yTicks={[-4, -2, -1, 0, 1, 2, 4].filter((tick) => tick >= from && tick <= to)}
          yName=""
          draw={exactNumber}
          height={260}
        >
          {(place) => (
            <WithinAxes frame={place}>
              <polyline class="curve-line faint" points={place.points(samples.map((z) => [z, sigmoid.f(z)]))} />
              {pieces(slopes).map((piece, i) => <polyline key={i} class="slope-curve" points={place.points(piece)} />)}
              {pieces(curve).map((piece, i) => <polyline key={i} class="own-curve" points={place.points(piece)} />)}
            </WithinAxes>
          )}
        </Chart>
        <ul class="legend">
          <li data-line="own">f</li>
          <li data-line="slope">f′</li>
          <li data-line="faint">σ</li>
        </ul>
        <FiguresTable activation={activation} />
      </div>
      <Comparison />
    </div>
  )
}

/** A line is broken where there is no number, and where it leaps farther than the picture is high. */
function pieces(points: readonly (readonly [number, number])[]): (readonly (readonly [number, number])[])[] {
  const found: (readonly [number, number])[][] = [[]]
  let before = NaN
  for (const point of points) {
    if (!Number.isFinite(point[1]) || Math.abs(point[1] - before) > 2 * TALLEST) found.push([])
    if (Number.isFinite(point[1])) found.at(-1)?.push(point)
    before = point[1]
  }
  return found.filter((piece) => piece.length > 1)
}

function FiguresTable({ activation }: Pick<DesignedActivation, 'activation'>) {
  const { training } = text.value
  return (
    <details>
      <summary>{training.table}</summary>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">z</th>
            <th scope="col">f(z)</th>
            <th scope="col">f′(z)</th>
          </tr>
        </thead>
        <tbody>
          {[-6, -4, -2, -1, 0, 1, 2, 4, 6].map((z) => (
            <tr key={z}>
              <th scope="row">{formatNumber(z)}</th>
              <td>{formatNumber(activation.f(z))}</td>
              <td>{formatNumber(activation.fPrime(z, activation.f(z)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

import { useMemo } from 'preact/hooks'
import { addressText, type Address } from '../../address/address.js'
import type { PassInput } from '../../engine/quantities.js'
import { formatNumber } from '../../number/formatNumber.js'
import { limits } from '../../state/state.js'
import { adjust, state, text } from '../../state/store.js'
import { Chart, WithinAxes } from '../../view/Chart.js'
import { litBy } from '../../view/lighting.js'
import { quantityName } from '../../view/quantityName.js'
import { Symbol } from '../../view/Symbol.js'
import { TableTwin } from '../../view/TableTwin.js'
import { useNear } from '../../view/useNear.js'
import { compare } from './differences.js'
import { sharedDigits } from './sharedDigits.js'

const ROWS = 5
const [least, most] = limits.epsilon
const STEP = 0.25
const CURVE_STEP = 0.5
const HEIGHTS: readonly [number, number] = [-11, 1]
const power = (exponent: number) => formatNumber(10 ** exponent).replace('1.00×', '')

/** (46) on the reader's network, beside backpropagation, for any ε: too large, and it is no derivative; too small, and rounding is all that is left. */
export function Epsilon() {
  const { race } = text.value
  const { sizes, seed, activation, x, y, netCost, changes, epsilon } = state.value
  const input = useMemo(() => ({ sizes, seed, activation, x, y, netCost, changes }), [sizes, seed, activation, x, y, netCost, changes])
  const [figure, isNear] = useNear<HTMLElement>()
  const all = useMemo(() => (isNear ? curveOf(input) : []), [input, isNear])
  const now = useMemo(() => compare(input, 10 ** epsilon), [input, epsilon])
  const height = Math.log10(now.off)
  const rows = sizes[1] ?? 1
  const addresses = Array.from({ length: Math.min(ROWS, rows * (sizes[0] ?? 1)) }, (_, i): Address => ({ kind: 'nablaW', layer: 2, j: (i % rows) + 1, k: Math.floor(i / rows) + 1 }))
  return (
    <>
      <h3>{race.epsilonHeading}</h3>
      <p class="says">{race.epsilonLead}</p>
      <figure ref={figure}>
        <Chart
          label={race.epsilonCurve(power(epsilon), formatNumber(now.off))}
          x={[least, most]}
          y={HEIGHTS}
          xName="ε"
          yName={race.off}
          xTicks={[-15, -10, -5, 0]}
          yTicks={[-10, -5, 0]}
          draw={(tick) => (tick === 0 ? '1' : power(tick))}
        >
          {(frame) => (
            <WithinAxes frame={frame}>
              <polyline class="chart-line of-cost" points={frame.points(all)} />
              <line class="chart-now" x1={frame.x(epsilon)} x2={frame.x(epsilon)} y1={frame.top} y2={frame.bottom} />
              {Number.isFinite(height) && <circle class="actual-point" cx={frame.x(epsilon)} cy={frame.y(height)} r={6} />}
            </WithinAxes>
          )}
        </Chart>
        <input
          type="range"
          class="under-chart"
          min={least}
          max={most}
          step={STEP}
          value={epsilon}
          aria-label="ε"
          aria-valuetext={race.epsilonCurve(power(epsilon), formatNumber(now.off))}
          onInput={({ currentTarget }) => adjust({ epsilon: currentTarget.valueAsNumber })}
        />
        <TableTwin columns={['ε', race.off]} rows={all.filter(([exponent]) => Number.isInteger(exponent)).map(([exponent, off]) => [power(exponent), formatNumber(10 ** off)])} />
      </figure>
      <table class="compared digits-compared">
        <thead>
          <tr>
            <td />
            <th scope="col">{race.backprop}</th>
            <th scope="col">{race.differencesWith(power(epsilon))}</th>
          </tr>
        </thead>
        <tbody>
          {addresses.map((address, i) => {
            const [exact, other] = [now.backprop[i] ?? NaN, now.differences[i] ?? NaN]
            return (
              <tr key={i} data-s={addressText(address)} ref={litBy(addressText(address))}>
                <th scope="row" aria-label={quantityName(address)}>
                  <math><Symbol of={address} /></math>
                </th>
                <Digits value={exact} other={other} />
                <Digits value={other} other={exact} />
              </tr>
            )
          })}
        </tbody>
      </table>
      <p class="hint">{race.digitsKey}</p>
    </>
  )
}

/** By how much the differences are off, for ε over the whole range, in powers of ten. */
function curveOf(input: PassInput): (readonly [epsilon: number, off: number])[] {
  const exponents = Array.from({ length: (most - least) / CURVE_STEP + 1 }, (_, i) => least + i * CURVE_STEP)
  return exponents.map((exponent) => [exponent, Math.log10(compare(input, 10 ** exponent).off)] as const).filter(([, off]) => Number.isFinite(off))
}

function Digits({ value, other }: { readonly value: number; readonly other: number }) {
  const { shared, rest } = sharedDigits(value, other)
  return (
    <td>
      <b>{shared}</b>
      <span class="differing">{rest}</span>
    </td>
  )
}

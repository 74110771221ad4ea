import { exactNumber } from '../../number/formatNumber.js'
import { limits } from '../../state/state.js'
import { state, text } from '../../state/store.js'
import { Chart } from '../../view/Chart.js'
import { courses } from './runners.js'

/** The outputs of both neurons by epoch, by both costs; and where the reader looks. */
export function OutputChart() {
  const { slow } = text.value
  const epoch = state.value.startsEpoch
  return (
    <Chart
      label={slow.outputPicture}
      x={[0, limits.startsEpochs]}
      xTicks={[0, 100, 200, 300]}
      xName={slow.epoch}
      y={[0, 1]}
      yTicks={[0, 0.5, 1]}
      yName={slow.output}
      draw={exactNumber}
      height={280}
    >
      {(place) => (
        <>
          {courses.value.map(({ runner, cost, moments }) => (
            <polyline key={runner + cost} class="output-line" data-runner={runner} data-cost={cost} points={place.points(moments.map(({ a }, i) => [i, a]))} />
          ))}
          <line class="scrub-line" x1={place.x(epoch)} x2={place.x(epoch)} y1={place.y(1)} y2={place.y(0)} />
          {courses.value.map(({ runner, cost, moments }) => (
            <circle key={runner + cost} class="now" data-runner={runner} data-cost={cost} cx={place.x(epoch)} cy={place.y(moments[epoch]?.a ?? NaN)} r={5} />
          ))}
        </>
      )}
    </Chart>
  )
}

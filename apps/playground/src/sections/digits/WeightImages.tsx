import { useEffect, useRef, useState } from 'preact/hooks'
import { formatNumber } from '../../number/formatNumber.js'
import { rangeOf } from '../../number/rangeOf.js'
import { state, text } from '../../state/store.js'
import { channelsOf, scheme } from '../../view/scheme.js'
import { parameters } from './digitsTraining.js'
import { PIXELS, SIDE } from './digitsNetwork.js'
import { sheetOf, WEIGHT_END, weightPixels } from './weightPixels.js'

/** The weights into each hidden neuron as an image: where it wants ink, and where it wants none. */
export function WeightImages() {
  const { digits } = text.value
  const canvas = useRef<HTMLCanvasElement>(null)
  const neurons = state.value.digitsHidden
  const { columns, width, height, at } = sheetOf(neurons)
  const now = parameters.value
  const colours = scheme.value
  useEffect(() => {
    const drawing = canvas.current?.getContext('2d')
    if (!drawing) return
    const [zero, positive, negative] = [channelsOf('--zero'), channelsOf('--positive'), channelsOf('--negative')]
    for (let j = 0; j < neurons; j++) drawing.putImageData(new ImageData(weightPixels(now, neurons, j, zero, positive, negative), SIDE, SIDE), ...at(j))
  }, [now, neurons, colours])
  return (
    <figure class="weight-images">
      <figcaption class="hint">{digits.weights(neurons)}</figcaption>
      <canvas key={neurons} style={{ '--images': columns }} ref={canvas} width={width} height={height} role="img" aria-label={digits.weights(neurons)} />
      <div class="weight-legend" aria-hidden="true">
        <span>≤ {formatNumber(-WEIGHT_END)}</span>
        <span class="weight-scale" />
        <span>≥ {formatNumber(WEIGHT_END)}</span>
      </div>
      <WeightTable />
    </figure>
  )
}

/** The same as numbers: the range of each neuron's weights. Worked out only where it is open: the images change ten times a second. */
function WeightTable() {
  const { digits, training } = text.value
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{training.table}</summary>
      {isOpen && (
        <table>
          <thead>
            <tr>
              <th scope="col">{digits.neuron}</th>
              <th scope="col">{digits.least}</th>
              <th scope="col">{digits.greatest}</th>
            </tr>
          </thead>
          <tbody>
            {weightRanges().map(([least, greatest], j) => (
              <tr key={j}>
                <th scope="row">{j + 1}</th>
                <td>{formatNumber(least)}</td>
                <td>{formatNumber(greatest)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  )
}

function weightRanges(): (readonly [number, number])[] {
  const neurons = state.value.digitsHidden
  return Array.from({ length: neurons }, (_, j) => rangeOf(Array.from({ length: PIXELS }, (_, k) => parameters.value[j + k * neurons] ?? 0)))
}

import type { LabelledSamples } from '@nablajs/data'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { channelsOf, colourOf, scheme } from '../../view/scheme.js'
import { drawPoints, planePixels } from './planePicture.js'
import { frameOf, GRID } from './points.js'
import { course } from './training.js'

const SIDE = 720
/** Class 0, 1, 2. */
const classColours = ['--negative', '--positive', '--a']

/** The plane as the network sees it, with the points that it is trained on. Shapes: inputs 2 × size, at most three classes. */
export function Plane({ samples }: { readonly samples: LabelledSamples }) {
  const { training } = text.value
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useMemo(() => frameOf(samples), [samples])
  const now = course.report.value
  const colours = scheme.value
  useEffect(() => {
    const drawing = canvas.current?.getContext('2d')
    if (!drawing) return
    drawing.fillStyle = colourOf('--panel')
    drawing.fillRect(0, 0, SIDE, SIDE)
    if (now) drawPlane(drawing, now.plane)
    drawPoints(drawing, samples, frame, classColours.map(colourOf), colourOf('--page'))
  }, [now, samples, frame, colours])
  const label = now ? training.boundary(`${formatNumber(100 * now.accuracy)} %`) : training.boundaryBefore
  return (
    <figure class="plane">
      <canvas ref={canvas} width={SIDE} height={SIDE} role="img" aria-label={label} />
      <figcaption class="hint">{label}</figcaption>
    </figure>
  )
}

function drawPlane(drawing: CanvasRenderingContext2D, plane: Float32Array): void {
  const small = new OffscreenCanvas(GRID, GRID)
  small.getContext('2d')?.putImageData(new ImageData(planePixels(plane, classColours.map(channelsOf), channelsOf('--panel')), GRID, GRID), 0, 0)
  drawing.imageSmoothingQuality = 'high'
  drawing.drawImage(small, 0, 0, SIDE, SIDE)
}

import { useRef, useState } from 'preact/hooks'
import { text } from '../../state/store.js'
import { beginStroke, chosen, clear, drawTo, image, strokes } from './reading.js'
import type { Point, Stroke } from './stroke.js'

/** A keyboard draws in steps of this share of the pad. */
const STEP = 0.05
const arrows: Readonly<Record<string, Point>> = { ArrowLeft: { x: -STEP, y: 0 }, ArrowRight: { x: STEP, y: 0 }, ArrowUp: { x: 0, y: -STEP }, ArrowDown: { x: 0, y: STEP } }

/** A pad to draw a digit on: with a pointer, or with the arrow keys and the space bar. */
export function Pad() {
  const { digits } = text.value
  const isDrawing = useRef(false)
  const [cursor, setCursor] = useState<Point | undefined>(undefined)
  const [penIsDown, setPenIsDown] = useState(false)
  const at = ({ clientX, clientY, currentTarget }: PointerEvent & { currentTarget: SVGSVGElement }) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    return [inside((clientX - left) / width), inside((clientY - top) / height)] as const
  }

  function press(event: KeyboardEvent): void {
    const here = cursor ?? { x: 0.5, y: 0.2 }
    const arrow = arrows[event.key]
    if (arrow) {
      const next = { x: inside(here.x + arrow.x), y: inside(here.y + arrow.y) }
      setCursor(next)
      if (penIsDown) drawTo(next.x, next.y)
    } else if (event.key === ' ') {
      setCursor(here)
      setPenIsDown(!penIsDown)
      if (!penIsDown) beginStroke(here.x, here.y)
    } else if (event.key === 'Escape' || event.key === 'Delete') {
      setPenIsDown(false)
      clear()
    } else return
    event.preventDefault()
  }

  return (
    <div class="pad">
      <svg
        viewBox="0 0 1 1"
        tabindex={0}
        role="application"
        aria-label={digits.pad}
        aria-describedby="pad-help"
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          isDrawing.current = true
          setCursor(undefined)
          setPenIsDown(false)
          beginStroke(...at(event))
        }}
        onPointerMove={(event) => isDrawing.current && drawTo(...at(event))}
        onPointerUp={() => (isDrawing.current = false)}
        onPointerCancel={() => (isDrawing.current = false)}
        onKeyDown={press}
        onBlur={() => setPenIsDown(false)}
      >
        {!chosen.value && strokes.value.map((stroke, i) => <polyline key={i} points={pointsOf(stroke)} />)}
        {!image.value && !cursor && (
          <text x={0.5} y={0.52} aria-hidden="true">
            {digits.drawHere}
          </text>
        )}
        {cursor && <circle class="pen" data-down={penIsDown || undefined} cx={cursor.x} cy={cursor.y} r={0.045} />}
      </svg>
      <button type="button" disabled={!image.value} onClick={clear}>{digits.clear}</button>
      <p id="pad-help" class="hint">{digits.padKeys}</p>
      <span class="visually-hidden" role="status">{cursor && (penIsDown ? digits.penDown : digits.penUp)}</span>
    </div>
  )
}

/** A dot is a line to where it began, which a round pen draws. */
function pointsOf(stroke: Stroke): string {
  return [...stroke, ...stroke.slice(0, stroke.length === 1 ? 1 : 0)].map(({ x, y }) => `${x.toFixed(4)},${y.toFixed(4)}`).join(' ')
}

function inside(place: number): number {
  return Math.min(1, Math.max(0, place))
}

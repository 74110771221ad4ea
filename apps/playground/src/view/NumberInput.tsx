import { useRef } from 'preact/hooks'
import { exactNumber, formatNumber } from '../number/formatNumber.js'
import { parseNumber } from '../number/parseNumber.js'
import { stepped, type Steps } from '../number/stepped.js'

interface NumberInputProps extends Steps {
  readonly value: number
  readonly label: string
  /** Called many times a second while it is dragged. */
  readonly onChange: (value: number) => void
  /** In a grid the arrow keys move between cells, and only Page Up, Page Down and typing change the number. */
  readonly inGrid?: boolean
  readonly tabIndex?: number
  readonly draw?: (value: number) => string
}

/** Pixels of a drag that make one step, and those that still count as a click. */
const PIXELS_A_STEP = 6
const CLICK = 4
const PAGE = 10
const FINE = 0.1

/** A number to drag sideways, to type over, to step by keys (Alt: a tenth). Every way lands on the same grid. */
export function NumberInput({ value, label, onChange, inGrid = false, tabIndex = 0, draw = formatNumber, ...steps }: NumberInputProps) {
  const drag = useRef<{ x: number; value: number; moved: boolean } | undefined>(undefined)
  const move = (from: number, count: number, fine: boolean) => {
    const next = stepped(from, count, fine ? { ...steps, step: steps.step * FINE } : steps)
    if (next !== value) onChange(next)
  }
  const take = (input: HTMLInputElement) => {
    const typed = parseNumber(input.value)
    // What is drawn is rounded: left as it is, it must not become the number.
    if (typed !== undefined && input.value !== draw(value)) onChange(Math.min(steps.most, Math.max(steps.least, typed)))
    input.value = draw(value)
  }
  return (
    <input
      class="number"
      type="text"
      inputMode="decimal"
      autocomplete="off"
      spellcheck={false}
      role="spinbutton"
      aria-label={label}
      aria-valuenow={value}
      aria-valuetext={formatNumber(value)}
      aria-valuemin={steps.least}
      aria-valuemax={steps.most}
      title={exactNumber(value)}
      tabIndex={tabIndex}
      value={draw(value)}
      size={draw(value).length}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onBlur={({ currentTarget }) => take(currentTarget)}
      onKeyDown={(event) => {
        const count = stepsOfKey(event.key, inGrid)
        if (event.key === 'Enter') take(event.currentTarget)
        else if (event.key === 'Escape') event.currentTarget.value = draw(value)
        else if (count !== undefined) {
          event.preventDefault()
          move(value, count, event.altKey)
        } else return
        event.currentTarget.select()
      }}
      onPointerDown={({ clientX, currentTarget, pointerId }) => {
        drag.current = { x: clientX, value, moved: false }
        currentTarget.setPointerCapture(pointerId)
      }}
      onPointerMove={({ clientX, altKey }) => {
        const from = drag.current
        if (!from || (!from.moved && Math.abs(clientX - from.x) < CLICK)) return
        from.moved = true
        move(from.value, Math.round((clientX - from.x) / PIXELS_A_STEP), altKey)
      }}
      onPointerUp={() => (drag.current = undefined)}
      onPointerCancel={() => (drag.current = undefined)}
    />
  )
}

function stepsOfKey(key: string, inGrid: boolean): number | undefined {
  if (key === 'PageUp') return PAGE
  if (key === 'PageDown') return -PAGE
  if (inGrid) return undefined
  return key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : undefined
}

import { useEffect, useState } from 'preact/hooks'
import { state, text } from '../../state/store.js'
import { goTo, told } from './told.js'

/** Play stays at each step for as long as this. */
const STEP_MS = 1200
const keys: Readonly<Record<string, (step: number, count: number) => number>> = {
  ArrowLeft: (step) => step - 1,
  ArrowRight: (step) => step + 1,
  Home: () => 1,
  End: (_, count) => count,
}

/** Through the steps, both ways: buttons, a slider that is the timeline, arrow keys, and a slow walk that any key or touch ends. */
export function StepBar() {
  const { equations } = text.value
  const { step } = state.value
  const count = told.value.steps.length
  const [playing, play] = useState(false)
  useEffect(() => {
    if (!playing) return undefined
    const timer = setInterval(() => {
      const { step: now } = state.peek()
      if (now < told.peek().steps.length) goTo(now + 1)
      else play(false)
    }, STEP_MS)
    const stop = () => play(false)
    for (const event of ['pointerdown', 'keydown']) document.addEventListener(event, stop)
    return () => {
      clearInterval(timer)
      for (const event of ['pointerdown', 'keydown']) document.removeEventListener(event, stop)
    }
  }, [playing])
  return (
    <div
      class="step-bar"
      role="group"
      aria-label={equations.steps}
      onKeyDown={(event) => {
        const to = keys[event.key]?.(step, count)
        if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        goTo(to)
      }}
    >
      <button type="button" aria-label={equations.back} title={equations.back} disabled={step === 1} onClick={() => goTo(step - 1)}>
        ‹
      </button>
      <button type="button" class="main" aria-label={equations.forward} title={equations.forward} disabled={step === count} onClick={() => goTo(step + 1)}>
        ›
      </button>
      <PlayButton playing={playing} onPress={() => {
        if (step === count) goTo(1)
        play(true)
      }} />
      <input
        type="range"
        min={1}
        max={count}
        step={1}
        value={step}
        aria-label={equations.step}
        aria-valuetext={equations.stepOf(step, count)}
        onInput={({ currentTarget }) => goTo(Number(currentTarget.value))}
      />
      <span class="step-number" aria-hidden="true">
        {step}/{count}
      </span>
    </div>
  )
}

/** While it plays, a press of it ends that as a touch of anything does, and begins nothing anew. */
function PlayButton({ playing, onPress }: { readonly playing: boolean; readonly onPress: () => void }) {
  const [wasPlaying, remember] = useState(false)
  const { equations } = text.value
  return (
    <button
      type="button"
      aria-pressed={playing}
      onPointerDown={() => remember(playing)}
      onKeyDown={() => remember(playing)}
      onClick={() => {
        if (!wasPlaying) onPress()
        remember(false)
      }}
    >
      {playing ? equations.pause : equations.play}
    </button>
  )
}

import type { ReadonlySignal } from '@preact/signals'
import { text } from '../state/store.js'
import type { Phase } from './course.js'

interface RunButtonsProps {
  readonly course: { readonly phase: ReadonlySignal<Phase>; pause(): void; proceed(): void }
  readonly onStart: () => void
}

/** The buttons that start a training, hold it, and start it again from where it started. */
export function RunButtons({ course, onStart }: RunButtonsProps) {
  const { training } = text.value
  const { name } = course.phase.value
  const press = () => {
    if (name === 'running') course.pause()
    else if (name === 'paused') course.proceed()
    else if (name !== 'loading') onStart()
  }
  // One button whatever it says, so that it keeps the focus.
  const says = { running: training.pause, paused: training.proceed, loading: training.loading, idle: training.start, silent: training.start, ended: training.start, diverged: training.start, failed: training.start }
  return (
    <span class="buttons">
      <button type="button" class="main" aria-disabled={name === 'loading'} onClick={press}>
        {says[name]}
      </button>
      {name !== 'idle' && (
        <button type="button" onClick={onStart}>
          {training.restart}
        </button>
      )}
    </span>
  )
}

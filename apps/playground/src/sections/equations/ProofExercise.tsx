import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { text } from '../../state/store.js'
import { remark } from './remark.js'

interface ProofExerciseProps {
  readonly of: 'BP3' | 'BP4'
  readonly lines: readonly VNode[]
}

/** In which order the reasons stand to be chosen from: not that of the proof. */
const mixed = [1, 2, 0]

/** A proof that the reader makes: which reason comes next? Each right one shows its line. */
export function ProofExercise({ of, lines }: ProofExerciseProps) {
  const { equations } = text.value
  const [shown, show] = useState(0)
  const [wrong, setWrong] = useState<number>()
  const reasons = equations.because[of]
  const reveal = () => {
    remark.value = `${equations.rightReason} ${reasons[shown] ?? ''}`
    show(shown + 1)
    setWrong(undefined)
  }
  return (
    <div class="proof-exercise">
      {shown < lines.length && <p>{equations.exercise}</p>}
      <ol class="proof">{lines.slice(0, shown)}</ol>
      {shown < lines.length ? (
        <fieldset class="proof-reasons">
          <legend>{equations.whichReason(shown + 1)}</legend>
          {mixed
            .filter((i) => i >= shown)
            .map((i) => (
              <button
                key={i}
                type="button"
                class={wrong === i ? 'wrong' : undefined}
                onClick={() => {
                  if (i === shown) return reveal()
                  remark.value = equations.wrongReason
                  setWrong(i)
                }}
              >
                {reasons[i]}
              </button>
            ))}
          <button type="button" onClick={reveal}>
            {equations.showReason}
          </button>
          {wrong !== undefined && <p class="hint">{equations.wrongReason}</p>}
        </fieldset>
      ) : (
        <p class="verdict">{equations.proven(of)}</p>
      )}
    </div>
  )
}

import { exactNumber } from '../number/formatNumber.js'
import { limits } from '../state/state.js'
import { text } from '../state/store.js'
import { NumberInput } from '../view/NumberInput.js'
import type { Pace } from './messages.js'

interface PaceInputsProps {
  readonly pace: Pace
  readonly onChange: (change: Partial<Pace>) => void
}

/** η and m, which may change while a training runs. */
export function PaceInputs({ pace: { learningRate, batchSize }, onChange }: PaceInputsProps) {
  const { training } = text.value
  return (
    <>
      <label class="choice">
        {training.learningRate}
        <NumberInput least={0.001} most={100} step={0.1} value={learningRate} draw={exactNumber} label={training.learningRate} onChange={(next) => onChange({ learningRate: next })} />
      </label>
      <label class="choice">
        {training.batchSize}
        <NumberInput least={1} most={limits.batchSize} step={1} value={batchSize} draw={String} label={training.batchSize} onChange={(next) => onChange({ batchSize: Math.round(next) })} />
      </label>
    </>
  )
}

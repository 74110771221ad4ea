import { computed } from '@preact/signals'
import type { Proof, ProofStep } from '@nablajs/explain'
import { useState } from 'preact/hooks'
import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { Formula } from '../../view/Formula.js'
import { passInput, sizes } from '../../view/focus.js'
import { ProofExercise } from './ProofExercise.js'
import { proofFormulas } from './proofFormulas.js'
import { sidesAt } from './proofSides.js'
import { proofSymbols } from './proofSymbols.js'
import { current, place } from './told.js'
import { proofsOf } from './traceOf.js'

/** Some twelve passes for each weight: only for a reader who asks. */
const all = computed(() => proofsOf(passInput.value))

/** The proof of the step's equation, when asked for; BP3 and BP4 are the chapter's exercise, and come step by step. */
export function Why() {
  const { equations } = text.value
  const [open, setOpen] = useState(false)
  const { equation } = current.value
  if (equation === undefined || equation === '(25)') return null
  return (
    <div class="proof-place">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {equations.why(equation)}
      </button>
      {open && <OpenProof of={equation} />}
    </div>
  )
}

function OpenProof({ of }: { readonly of: Proof['of'] }) {
  const { layer } = current.value
  const proof = all.value.find((one) => one.of === of && one.layer === layer)
  if (!proof) return null
  const lines = proof.steps.map((step, i) => <Line key={i} proof={proof} step={step} number={i} />)
  return of === 'BP3' || of === 'BP4' ? <ProofExercise key={`${of}:${layer}`} of={of} lines={lines} /> : <ol class="proof">{lines}</ol>
}

/** An equality: what makes it true, and what its sides are here. */
function Line({ proof: { of, layer }, step, number }: { readonly proof: Proof; readonly step: ProofStep; readonly number: number }) {
  const { equations } = text.value
  const tree = proofFormulas[of][number]
  const { left, right } = sidesAt(of, step, place.value, sizes.value[of === 'BP2' ? layer : layer - 2] ?? 1)
  return (
    <li class="proof-line">
      {tree && <Formula tree={tree} label={equations.proofLine(number + 1)} symbols={proofSymbols(of, layer, place.value)} numbers={false} />}
      <p>
        {equations.because[of][number]}
        {step.equation !== undefined && <span class="equation-number">{step.equation}</span>}
      </p>
      <p class="hint">{equations.sides(formatNumber(left), formatNumber(right), formatNumber(step.difference))}</p>
    </li>
  )
}

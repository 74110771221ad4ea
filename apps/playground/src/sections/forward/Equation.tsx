import { state, text } from '../../state/store.js'
import { Formula } from '../../view/Formula.js'
import { lookedAt, sizes } from '../../view/focus.js'
import { IndexOrder } from './IndexOrder.js'
import { SumTable } from './SumTable.js'
import weightedSum from './weightedSum.tex'
import weightedSumSwapped from './weightedSumSwapped.tex'
import wholeLayer from './wholeLayer.tex'
import wholeLayerSwapped from './wholeLayerSwapped.tex'

/** (23) with the neuron that is looked at, its sum taken apart, and (25), whose symbols are whole matrices. */
export function Equation() {
  const { forward } = text.value
  const address = lookedAt.value
  const swapped = state.value.order === 'from-to'
  const layer = Math.max(2, address?.layer ?? 2)
  const j = address?.layer === 1 ? undefined : (address?.j ?? 1)
  // Which term of the sum is looked at: of any other quantity it is none, and w stands for its whole matrix.
  const term = address?.kind === 'w' && address.k !== undefined ? { w: `w:${layer}:${j ?? 1}:${address.k}`, input: `a:${layer - 1}:${address.k}` } : { w: `w:${layer}`, input: `a:${layer - 1}` }
  const before = sizes.value[layer - 2] ?? 1
  return (
    <>
      <h3>
        {forward.perNeuron} <span class="equation-number">(23)</span>
      </h3>
      <Formula
        tree={swapped ? weightedSumSwapped : weightedSum}
        label={forward.perNeuron}
        symbols={
          j === undefined
            ? { input: `a:1:${address?.j ?? 1}` }
            : { ...term, a: `a:${layer}:${j}`, z: `z:${layer}:${j}`, b: `b:${layer}:${j}` }
        }
      />
      <p class="hint where-it-is">
        {j === undefined ? forward.inputNeuron : `l = ${layer}, j = ${j}, k = 1 … ${before}`}
      </p>
      {j !== undefined && <SumTable layer={layer} j={j} />}
      <h3>
        {forward.wholeLayer} <span class="equation-number">(25)</span>
      </h3>
      <Formula
        tree={swapped ? wholeLayerSwapped : wholeLayer}
        label={forward.wholeLayer}
        symbols={{ a: `a:${layer}`, z: `z:${layer}`, w: `w:${layer}`, input: `a:${layer - 1}`, b: `b:${layer}` }}
      />
      <IndexOrder rows={sizes.value[layer - 1] ?? 1} columns={before} />
    </>
  )
}

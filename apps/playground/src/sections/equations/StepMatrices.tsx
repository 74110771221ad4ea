import type { ComponentChildren } from 'preact'
import type { Kind } from '../../address/address.js'
import { MatrixGrid } from '../../net/MatrixGrid.js'
import { formatNumber } from '../../number/formatNumber.js'
import { state, text } from '../../state/store.js'
import { sizes } from '../../view/focus.js'
import { ROUNDING } from './arithmetic.js'
import { CostSlope, Pulled, SlopeMatrix, Slopes, Updated } from './Derived.js'
import { entry, operand } from './operand.js'
import { byProduct, current, differenceByProduct } from './told.js'

/** What goes into the step and what comes out, as matrices side by side, as its equation has them. */
export function StepMatrices() {
  return (
    <div class="matrices" tabIndex={0} role="group" aria-label={text.value.equations.matrices}>
      {state.value.form === 'sigmaPrime' ? <Products /> : <Layerwise />}
    </div>
  )
}

function Layerwise() {
  const step = current.value
  const { name, layer, result } = step
  switch (name) {
    case 'input':
      return <Row parts={[<Grid kind="a" layer={1} />]} />
    case 'weighted input':
      return <Row parts={[<Grid kind="w" layer={layer} />, <Grid kind="a" layer={layer - 1} />, '+', <Grid kind="b" layer={layer} />, '=', <Grid kind="z" layer={layer} />]} />
    case 'activation':
      return <Row parts={[<Grid kind="z" layer={layer} />, 'σ →', <Grid kind="a" layer={layer} />]} />
    case 'output error':
      return (
        <>
          <Row parts={[<Grid kind="a" layer={layer} />, <Grid kind="y" layer={layer} />, '→', <CostSlope of={operand(step, 'nablaA')} />]} />
          <Row parts={[<CostSlope of={operand(step, 'nablaA')} />, '⊙', <Slopes of={operand(step, 'sigmaPrime')} />, equalsByProduct(layer), <Grid kind="delta" layer={layer} />]} />
        </>
      )
    case 'backpropagate':
      return (
        <>
          <Row parts={[<Grid kind="w" layer={layer + 1} transposed />, <Grid kind="delta" layer={layer + 1} />, '=', <Pulled of={operand(step, 'pulled')} />]} />
          <Row parts={[<Pulled of={operand(step, 'pulled')} />, '⊙', <Slopes of={operand(step, 'sigmaPrime')} />, '=', <Grid kind="delta" layer={layer} />]} />
        </>
      )
    case 'gradient of b':
      return <Row parts={[<Grid kind="delta" layer={layer} />, '=', <Grid kind="nablaB" layer={layer} />]} />
    case 'gradient of w':
      return <Row parts={[<Grid kind="delta" layer={layer} />, <Grid kind="a" layer={layer - 1} transposed />, '=', <Grid kind="nablaW" layer={layer} />]} />
    case 'update of w':
      return <Row parts={[<Grid kind="w" layer={layer} />, `− ${formatNumber(entry(operand(step, 'eta'), 1))} ·`, <Grid kind="nablaW" layer={layer} />, <Updated of={result} />]} />
    case 'update of b':
      return <Row parts={[<Grid kind="b" layer={layer} />, `− ${formatNumber(entry(operand(step, 'eta'), 1))} ·`, <Grid kind="nablaB" layer={layer} />, <Updated of={result} />]} />
  }
}

/** Errors by (33) or (34), and by (35); any other step is as it is. */
function Products() {
  const { name, layer } = current.value
  if (name !== 'output error' && name !== 'backpropagate') return <Layerwise />
  const { nablaA, layers } = byProduct.value
  const L = sizes.value.length
  const slopes = (l: number) => <SlopeMatrix layer={l} numbers={layers.find((one) => one.layer === l)?.sigmaPrime ?? []} />
  const last = <CostSlope of={{ kind: 'nablaA', layer: L, symbol: '', matrix: nablaA.map((slope) => [slope]) }} />
  const error = <Grid kind="delta" layer={layer} />
  if (layer === L) return <Row parts={[slopes(L), last, equalsByProduct(L), error]} />
  const after = Array.from({ length: L - layer }, (_, i) => layer + i + 1)
  return (
    <>
      <Row parts={[slopes(layer), <Grid kind="w" layer={layer + 1} transposed />, <Grid kind="delta" layer={layer + 1} />, '=', error]} />
      <Row parts={[slopes(layer), ...after.flatMap((l) => [<Grid kind="w" layer={l} transposed />, slopes(l)]), last, equalsByProduct(layer), error]} />
    </>
  )
}

/** Multiplied out, the error may not be what it is: then the sign says so. */
function equalsByProduct(layer: number): '=' | '≠' {
  return differenceByProduct(layer) <= ROUNDING ? '=' : '≠'
}

/** Matrices and the signs before them; where they have no room beside each other, a sign goes with its matrix to the next line. */
function Row({ parts }: { readonly parts: readonly ComponentChildren[] }) {
  return (
    <div class="layer-matrices">
      {parts.map((part, i) => {
        if (typeof part === 'string') return null
        const sign = parts[i - 1]
        return (
          <div key={i} class="signed-matrix">
            {typeof sign === 'string' && <span class="operator">{sign}</span>}
            {part}
          </div>
        )
      })}
    </div>
  )
}

function Grid({ kind, layer, transposed = false }: { readonly kind: Kind; readonly layer: number; readonly transposed?: boolean }) {
  const [rows, columns] = [sizes.value[layer - 1] ?? 1, kind === 'w' || kind === 'nablaW' ? (sizes.value[layer - 2] ?? 1) : 1]
  return <MatrixGrid kind={kind} layer={layer} rows={transposed ? columns : rows} columns={transposed ? rows : columns} swapped={transposed} transposed={transposed} />
}

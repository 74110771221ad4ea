import { state, text } from '../../state/store.js'
import { sizes } from '../../view/focus.js'
import { MatrixGrid } from '../../net/MatrixGrid.js'

/** (25) of every layer with its numbers: w^l, a^(l−1), b^l, z^l, a^l side by side, as the product has them. */
export function Matrices() {
  const net = sizes.value
  return (
    <div class="matrices" tabIndex={0} role="group" aria-label={text.value.forward.matrices}>
      {net.slice(1).map((size, i) => (
        <LayerMatrices key={i} layer={i + 2} size={size} before={net[i] ?? 1} swapped={state.value.order === 'from-to'} />
      ))}
      <p id="matrix-keys" class="hint">
        {text.value.net.matrixKeys}
      </p>
    </div>
  )
}

function LayerMatrices({ layer, size, before, swapped }: { layer: number; size: number; before: number; swapped: boolean }) {
  return (
    <div class="layer-matrices">
      {swapped && <span class="operator">(</span>}
      <MatrixGrid kind="w" layer={layer} rows={swapped ? before : size} columns={swapped ? size : before} swapped={swapped} />
      {swapped && <span class="operator">)ᵀ</span>}
      <MatrixGrid kind="a" layer={layer - 1} rows={before} columns={1} />
      <span class="operator">+</span>
      <MatrixGrid kind="b" layer={layer} rows={size} columns={1} />
      <span class="operator">=</span>
      <MatrixGrid kind="z" layer={layer} rows={size} columns={1} />
      <span class="operator">σ →</span>
      <MatrixGrid kind="a" layer={layer} rows={size} columns={1} />
    </div>
  )
}

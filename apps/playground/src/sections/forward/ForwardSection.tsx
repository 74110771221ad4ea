import { useState } from 'preact/hooks'
import { readAddress } from '../../address/address.js'
import { formatNumber } from '../../number/formatNumber.js'
import { state, text } from '../../state/store.js'
import { lookAt, pointed, sizes, valueAt } from '../../view/focus.js'
import { quantityName } from '../../view/quantityName.js'
import { Controls } from './Controls.js'
import { Equation } from './Equation.js'
import { LookedAt } from './LookedAt.js'
import { Matrices } from './Matrices.js'
import { Net } from './Net.js'

/** The first section: one sample's way through a network, as a picture, as an equation and as matrices that are one. */
export function ForwardSection() {
  const { forward } = text.value
  const [part, setPart] = useState<'equation' | 'matrices'>('equation')
  return (
    <section
      class="section"
      aria-labelledby="forward"
      onPointerOver={(event) => {
        if (event.pointerType === 'mouse' && event.buttons === 0) pointed.value = addressOf(event.target)
      }}
      onPointerLeave={() => (pointed.value = '')}
      onClick={(event) => look(event.target)}
      onFocusIn={(event) => look(event.target)}
    >
      <h2 id="forward">{forward.heading}</h2>
      <p class="lead">{forward.lead}</p>
      <Controls />
      <div class="frames" data-part={part}>
        <div class="picture-place">
          <div class="picture">
            <Net />
            <LookedAt />
            <p class="hint">{forward.legend}</p>
            <p id="net-keys" class="hint">
              {forward.networkKeys}
            </p>
            <p class="visually-hidden" role="status">
              {announcement()}
            </p>
          </div>
        </div>
        <div class="parts" role="group" aria-label={`${forward.equation}, ${forward.matrices}`}>
          {(['equation', 'matrices'] as const).map((name) => (
            <button key={name} type="button" aria-pressed={part === name} onClick={() => setPart(name)}>
              {forward[name]}
            </button>
          ))}
        </div>
        <div class="equation">
          <Equation />
        </div>
        <div class="matrix-frame">
          <h3>{forward.matrices}</h3>
          <Matrices />
        </div>
      </div>
    </section>
  )
}

/** What is said of what was chosen, which the pointer does not change. */
function announcement(): string {
  const address = readAddress(state.value.focus, sizes.value)
  if (!address) return ''
  return address.j === undefined ? quantityName(address) : `${quantityName(address)}, ${formatNumber(valueAt(state.value.focus))}`
}

function look(target: EventTarget | null): void {
  const address = addressOf(target)
  if (address !== '') lookAt(address)
}

function addressOf(target: EventTarget | null): string {
  return (target instanceof Element ? target.closest('[data-s]')?.getAttribute('data-s') : undefined) ?? ''
}

import { useState } from 'preact/hooks'
import { LookedAt } from '../../net/LookedAt.js'
import { Net } from '../../net/Net.js'
import { text } from '../../state/store.js'
import { announcement, LinkedSection } from '../../view/LinkedSection.js'
import { Controls } from './Controls.js'
import { Equation } from './Equation.js'
import { Matrices } from './Matrices.js'

/** The first section: one sample's way through a network, as a picture, as an equation and as matrices that are one. */
export function ForwardSection() {
  const { forward, net } = text.value
  const [part, setPart] = useState<'equation' | 'matrices'>('equation')
  return (
    <LinkedSection name="forward" heading={forward.heading} lead={forward.lead}>
      <Controls />
      <div class="frames" data-part={part}>
        <div class="picture-place">
          <div class="picture">
            <Net />
            <LookedAt />
            <p class="hint">{net.legend}</p>
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
    </LinkedSection>
  )
}

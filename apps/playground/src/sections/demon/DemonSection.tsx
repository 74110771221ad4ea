import { Net } from '../../net/Net.js'
import { state, text } from '../../state/store.js'
import { LinkedSection } from '../../view/LinkedSection.js'
import { Bet } from './Bet.js'
import { ErrorMarks } from './ErrorMarks.js'
import { KindDemon } from './KindDemon.js'
import { Push } from './Push.js'

/** A demon at a neuron: what δ says of a push, what the push does, and a game of five pushes. */
export function DemonSection() {
  const { demon } = text.value
  const hasBet = state.value.bet !== ''
  return (
    <LinkedSection name="demon" heading={demon.heading} lead={demon.lead}>
      <div class="pair demon">
        <div>
          <div class="picture">
            <Net over={(layout) => <ErrorMarks layout={layout} />} />
            <p class="hint">{demon.marks}</p>
          </div>
          <Bet />
        </div>
        <div>{hasBet ? <Push /> : <p class="says waits">{demon.betFirst}</p>}</div>
        {hasBet && <KindDemon />}
      </div>
    </LinkedSection>
  )
}

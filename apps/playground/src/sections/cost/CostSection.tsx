import { state, text } from '../../state/store.js'
import { LinkedSection } from '../../view/LinkedSection.js'
import { Breaking } from './Breaking.js'
import { newsOf } from './changedSample.js'
import { OneOutput } from './OneOutput.js'
import { costsOfSamples } from './samples.js'
import { SixSamples } from './SixSamples.js'

/** What a cost is, and the two things that backpropagation takes for granted of it: one of them for each half of the section. */
export function CostSection() {
  const { cost } = text.value
  const costs = costsOfSamples(state.value)
  return (
    <LinkedSection name="cost" heading={cost.heading} lead={cost.lead}>
      <div class="pair">
        <div>
          <OneOutput />
        </div>
        <div>
          <SixSamples costs={costs} />
        </div>
      </div>
      <Breaking costs={costs} />
      <p class="visually-hidden" role="status">
        {newsOf(costs)} {cost.verdicts[state.value.rule]}
      </p>
    </LinkedSection>
  )
}

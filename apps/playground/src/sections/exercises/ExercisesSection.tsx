import { text } from '../../state/store.js'
import { LinkedSection } from '../../view/LinkedSection.js'
import { LinearNeurons } from './LinearNeurons.js'
import { ModifiedNeuron } from './ModifiedNeuron.js'

/** The two exercises of the chapter on other activations: the reader answers first. */
export function ExercisesSection() {
  const { exercises } = text.value
  return (
    <LinkedSection name="exercises" heading={exercises.heading} lead={exercises.lead}>
      <ModifiedNeuron />
      <LinearNeurons />
    </LinkedSection>
  )
}

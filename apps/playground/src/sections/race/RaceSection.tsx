import { useEffect } from 'preact/hooks'
import { text } from '../../state/store.js'
import { LinkedSection } from '../../view/LinkedSection.js'
import { ColumnsLanes, columnsNews } from './ColumnsLanes.js'
import { Epsilon } from './Epsilon.js'
import { Lanes, raceNews } from './Lanes.js'
import { cancel, trouble } from './racing.js'

/** Backpropagation against differences, on the reader's machine; what ε does to the latter; and a minibatch one by one against all at once. */
export function RaceSection() {
  const { race } = text.value
  useEffect(() => cancel, [])
  const wrong = trouble.value
  return (
    <LinkedSection name="race" heading={race.heading} lead={race.lead}>
      {wrong && <p class="note" role="alert">{wrong.name === 'silent' ? race.silent : race.failed(wrong.message)}</p>}
      <Lanes />
      <div class="pair">
        <div>
          <Epsilon />
        </div>
        <div>
          <ColumnsLanes />
        </div>
      </div>
      <p class="visually-hidden" role="status">
        {raceNews()} {columnsNews()}
      </p>
    </LinkedSection>
  )
}

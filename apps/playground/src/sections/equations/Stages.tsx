import { text } from '../../state/store.js'
import { stageOf, stages } from './stage.js'
import { current, goTo, told } from './told.js'

/** The algorithm in one line, with where it is; each part leads to its first step. A network without hidden layers has nothing to go back through. */
export function Stages() {
  const { equations } = text.value
  const now = stageOf[current.value.name]
  return (
    <nav aria-label={equations.algorithm}>
      <ol class="stages">
        {stages.map((stage) => {
          const first = told.value.steps.findIndex(({ name }) => stageOf[name] === stage)
          return (
            <li key={stage}>
              <button type="button" aria-current={stage === now ? 'step' : undefined} disabled={first === -1} onClick={() => goTo(first + 1)}>
                {equations.stages[stage]}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

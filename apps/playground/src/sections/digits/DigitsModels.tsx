import type { Model } from '@nablajs/model-io'
import { costNames, costs } from '../../engine/names.js'
import { ModelFiles } from '../../models/ModelFiles.js'
import { limits } from '../../state/state.js'
import { choose, state, text } from '../../state/store.js'
import { DIGITS, PIXELS } from './digitsNetwork.js'
import { forget, net, startFrom } from './digitsTraining.js'

/** The network that reads digits as a file, out and in. */
export function DigitsModels() {
  return <ModelFiles name="digits" network={() => ({ net: net(), cost: costs[state.peek().digitsCost] })} onModel={take} />
}

/** The page reads with this network from now on, and a training begins from it. Returns why that cannot be. */
function take({ net: { sizes, activation, parameters }, cost }: Model): string | undefined {
  const { models } = text.peek()
  const [inputs, hidden = 0, outputs] = sizes
  if (sizes.length !== 3 || inputs !== PIXELS || outputs !== DIGITS) return models.otherSizes(sizes.join(', '), `${PIXELS}, h, ${DIGITS}`)
  if (hidden > limits.digitsWidth) return models.tooWide(sizes.join(', '), 1, limits.digitsWidth)
  const names = activation.slice(2).map(({ name }) => name)
  if (names.some((name) => name !== 'sigmoid')) return models.otherActivations(names.join(', '), 'sigmoid')
  // What follows the state forgets where the training before began.
  choose({ digitsHidden: hidden, digitsCost: costNames.find((name) => name === cost) ?? state.peek().digitsCost })
  forget()
  startFrom.value = Float32Array.from(parameters)
  return undefined
}

import type { Model } from '@nablajs/model-io'
import { activationNames, costNames, costs } from '../../engine/names.js'
import { ModelFiles } from '../../models/ModelFiles.js'
import type { Keepsake } from '../../models/modelFormats.js'
import { limits } from '../../state/state.js'
import { choose, state, text } from '../../state/store.js'
import { ownTable } from './ownTable.js'
import { pointNetwork, sizesOf } from './pointNetwork.js'
import { course, settings, startFrom } from './training.js'

/** The network of this section as a file, out and in. */
export function PointModels() {
  return <ModelFiles name="points" network={keepsake} onModel={take} />
}

function keepsake(): Keepsake {
  const now = settings()
  const preprocessing = ownTable.peek()?.preprocessing
  const net = pointNetwork({ ...now, parameters: course.report.peek()?.parameters ?? now.parameters })
  return { net, cost: costs[now.cost], ...(preprocessing && { preprocessing }) }
}

/** The next training begins from this network, whose hidden layers the page then has. Returns why that cannot be. */
function take({ net, cost }: Model): string | undefined {
  const { models } = text.peek()
  const now = settings()
  const own = sizesOf(now)
  const [inputs, outputs, hidden] = [net.sizes[0], net.sizes.at(-1), net.sizes.slice(1, -1)]
  if (inputs !== own[0] || outputs !== own.at(-1)) return models.otherEnds(net.sizes.join(', '), own[0] ?? 0, own.at(-1) ?? 0)
  if (hidden.length < 1 || hidden.length > limits.hiddenLayers || hidden.some((width) => width > limits.hiddenWidth)) {
    return models.tooWide(net.sizes.join(', '), limits.hiddenLayers, limits.hiddenWidth)
  }
  const names = net.activation.slice(2).map(({ name }) => name)
  const activation = activationNames.find((name) => name === names[0])
  const output = pointNetwork(now).activation.at(-1)?.name
  if (activation === undefined || names.slice(0, -1).some((name) => name !== activation) || names.at(-1) !== output) return models.otherActivations(names.join(', '), String(output))
  // What follows the state forgets where the training before began.
  choose({ hidden, activation, cost: costNames.find((name) => name === cost) ?? state.peek().cost })
  course.forget()
  startFrom.value = Float32Array.from(net.parameters)
  return undefined
}

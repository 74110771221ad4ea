import { sigmoid, type ElementwiseActivation } from '@nablajs/activations'
import { checkActivation } from '@nablajs/activations/conformance'
import { network } from '@nablajs/backprop'
import { crossEntropy } from '@nablajs/costs'
import { train, type Epoch } from '@nablajs/trainer'
import { activationOfFormula } from '../../formula/activationOfFormula.js'
import { points } from '../training/points.js'
import { comparison } from './comparisonSettings.js'
import type { DesignNews, DesignOrder, Figures } from './designMessages.js'

/** Holds the reader's activation to the contract of activations, then trains with it and with σ, epoch by epoch. Throws `FormulaError`. */
export async function* compare({ formula, seed }: DesignOrder): AsyncGenerator<DesignNews> {
  const { activation } = activationOfFormula(formula)
  yield { type: 'checked', ...checked(activation) }
  const [withSigmoid, withOwn] = [trainingOf(sigmoid, seed), trainingOf(activation, seed)]
  for (let epoch = 1; epoch <= comparison.epochs; epoch++) {
    const known = await withSigmoid.next()
    const own = await withOwn.next().catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'DivergedError') return undefined
      throw error
    })
    if (!own) {
      yield { type: 'diverged', epoch }
      return
    }
    if (!known.done && !own.done) yield { type: 'epoch', sigmoid: figures(known.value), own: figures(own.value) }
  }
  yield { type: 'ended' }
}

/** The kit throws what it finds as lines of one message. */
function checked(activation: ElementwiseActivation): { findings: readonly string[]; kinks: readonly number[] } {
  try {
    const { findings, kinks } = checkActivation(activation)
    return { findings, kinks }
  } catch (error) {
    const lines = String(error).split('\n').filter((line) => line.startsWith('- '))
    if (lines.length === 0) throw error
    return { findings: lines.map((line) => line.slice(2)), kinks: [] }
  }
}

function trainingOf(activation: ElementwiseActivation, seed: number): AsyncIterator<Epoch> {
  const samples = points.moons()
  const { hidden, ...pace } = comparison
  const net = network([2, ...hidden.map((neurons) => ({ neurons, activation })), { neurons: samples.targets.rows, activation: sigmoid }], { seed, maxBatch: pace.batchSize })
  return train(net, samples, { ...pace, cost: crossEntropy, seed })[Symbol.asyncIterator]()
}

function figures({ cost, accuracy = NaN }: Epoch): Figures {
  return { cost, accuracy }
}

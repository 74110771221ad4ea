import { feedforward } from '@nablajs/backprop'
import { fromArray, type Backend } from '@nablajs/linalg'
import type { Epoch } from '@nablajs/trainer'
import { costs } from '../../engine/names.js'
import { Session } from '../../training/session.js'
import type { Report, Settings } from './pointMessages.js'
import { pointNetwork, samplesOf } from './pointNetwork.js'
import { frameOf, GRID, gridOf, isPlane } from './points.js'

/** A training on points of the plane, or on a table, that tells of its epochs at the pace that the page asks for. */
export function pointSession(backend: Backend, settings: Settings, tell: (report: Report) => void): Session {
  const samples = samplesOf(settings.data)
  const net = pointNetwork(settings, backend)
  const plane = isPlane(samples) ? fromArray(gridOf(frameOf(samples)), 2, GRID * GRID) : undefined
  let reported = performance.now()
  let epochsReported = 0

  function report({ cost, accuracy = NaN }: Epoch, epochs: number): void {
    const now = performance.now()
    if (epochsReported > 0 && now - reported < settings.reportEvery) return
    // By the clock on the wall, pictures included: an epoch alone is shorter than what a browser's clock can tell.
    const samplesPerSecond = (1000 * samples.size * (epochs - epochsReported)) / Math.max(now - reported, 1)
    reported = now
    epochsReported = epochs
    const outputs = plane ? Float32Array.from(feedforward(net, plane).data) : new Float32Array()
    tell({ epoch: epochs, cost, accuracy, samplesPerSecond, parameters: Float32Array.from(net.parameters), plane: outputs })
  }

  const plan = { net, samples, cost: costs[settings.cost], seed: settings.seed, pace: settings }
  return new Session(plan, { epochOver: report })
}

import type { Digits } from '@nablajs/digits'
import type { Backend } from '@nablajs/linalg'
import { evaluate, type Epoch, type Progress, type Training } from '@nablajs/trainer'
import { costs } from '../../engine/names.js'
import { Session } from '../../training/session.js'
import type { MisreadDigit, Misreading, Report, Settings, Tested } from './digitsMessages.js'
import { digitsNetwork, PIXELS } from './digitsNetwork.js'
import { misreadings } from './misreadings.js'

/** More misread digits than a reader looks at are counted and not shown. */
const SHOWN = 24
/** Nobody can look at pictures that change faster. */
const WORST_EVERY_MS = 1000

/** A training on digits that tells how it stands in the midst of epochs too, and after each of them what it makes of the test digits. */
export async function digitsSession(backend: Backend, { training, test }: Digits, settings: Settings, tell: (report: Report) => void): Promise<Session> {
  const net = digitsNetwork(settings, backend)
  const cost = costs[settings.cost]
  const metrics = { misread: misreadings(cost) }
  let reported = performance.now()
  let tested: Tested | undefined
  let shown = -Infinity
  let since: { training: Training; epoch: number; cost: number; position: number } | undefined

  function stepped({ done, size, samplesPerSecond }: Progress, epochs: number, run: Training): void {
    const now = performance.now()
    if (now - reported < settings.reportEvery) return
    reported = now
    const { epoch, position, sums, parameters } = run.state()
    const isSameEpoch = since?.training === run && since.epoch === epoch
    const [costBefore, positionBefore] = since && isSameEpoch ? [since.cost, since.position] : [0, 0]
    since = { training: run, epoch, cost: sums.cost, position }
    tell({ epoch: epochs + done / size, cost: (sums.cost - costBefore) / (position - positionBefore), samplesPerSecond, parameters: Float32Array.from(parameters), tested })
    tested = undefined
  }

  function testedAs(epoch: number, accuracy: number, misread: readonly Misreading[]): Tested {
    return { epoch, size: test.size, accuracy, misread: misread.length, worst: worstOf(misread) ?? tested?.worst }
  }

  function worstOf(misread: readonly Misreading[]): readonly MisreadDigit[] | undefined {
    const now = performance.now()
    if (now - shown < WORST_EVERY_MS) return undefined
    shown = now
    return misread.slice(0, SHOWN).map((one) => ({ ...one, image: test.inputs.data.slice(one.sample * PIXELS, (one.sample + 1) * PIXELS) }))
  }

  // The next report, which comes in the next epoch, takes it along: no more reports than a screen has time for.
  function epochOver({ test: evaluation }: Epoch, epochs: number): void {
    const misread = evaluation?.metrics?.misread
    if (isMisreadings(misread)) tested = testedAs(epochs, evaluation?.accuracy ?? NaN, misread)
  }

  // What the network makes of them before it has learned anything.
  const before = await evaluate(net, test, { cost, metrics })
  tell({ epoch: 0, cost: NaN, samplesPerSecond: NaN, parameters: Float32Array.from(net.parameters), tested: testedAs(0, before.accuracy ?? NaN, before.metrics.misread) })
  const plan = { net, samples: training, cost, seed: settings.seed, pace: settings, test, metrics }
  return new Session(plan, { stepped, epochOver })
}

function isMisreadings(value: unknown): value is readonly Misreading[] {
  return Array.isArray(value)
}

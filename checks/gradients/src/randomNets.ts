import { drawing, type Drawing } from './drawing.js'
import { at } from './oracle/at.js'
import { forward } from './oracle/forward.js'
import {
  ACTIVATIONS,
  COSTS,
  ELEMENTWISE,
  type ActivationName,
  type CostName,
  type ElementwiseName,
  type Layer,
  type Problem,
} from './oracle/problem.js'

/** Layers of weights: 1 … 6. */
const DEEPEST = 6
/** Neurons in a layer: 1 … 8. */
const WIDEST = 8
/** Samples in a minibatch: 1 … 6. */
const MOST_SAMPLES = 6

/** The largest |z| of an ordinary layer lies between these. */
const ORDINARY_REACH = { least: 0.3, most: 3 }
/** The largest |z| of a saturated layer: σ′ = 10⁻⁶ for a sigmoid at 14, 10⁻¹³ at 30. */
const SATURATED_REACH = { least: 8, most: 30 }
/** How many nets have layers that saturate; in those, every second layer does. */
const SATURATED_NETS = 0.5

/** How near a kink z or a − y may come. Wider than any rounding of float32, in which the same nets are evaluated too. */
export const KINK_MARGIN = 1e-3

/** Where 1/a and 1/(1 − a) do not cancel against σ′, the output is drawn around this, so that it lies inside (0, 1) ... */
const CENTRE = 0.6
/** ... by no more than this, on either side of it. */
const CENTRE_SPREAD = 0.3

/**
 * A label 1 falls only on an output at least so far below 1. Nearer, δ = a − y is what a lost when it was rounded: the one
 * place where the engine, which sees a, cannot agree to 12 digits with an oracle that sees z. Labels on outputs that are
 * saturated and wrong, and shares on any, are all there.
 */
const LABEL_MARGIN = 1e-3

/**
 * A layer whose largest |z| is below this as drawn is drawn again: scaling it up would make terms of z that are far larger than
 * z and cancel, and what their rounding leaves is no error of anyone's.
 */
const LEAST_DRAWN = 0.3

/** Draws of a layer before giving up. A layer of 8 kinked neurons on 6 samples fails about one time in ten. */
const ATTEMPTS = 1000

/** What may be asked of the nets. */
export interface Wishes {
  /** The largest |z| of any layer; 30 unless said. */
  readonly reach?: number
}

/**
 * Net number `number` of a seed: sizes, activations, a cost, parameters and a minibatch, drawn so that no z is near the kink
 * of its activation and no output near the kink of the cost. The same numbers give the same net in every engine.
 *
 * Shapes: 1 … 6 layers of weights, widths 1 … 8, 1 … 6 samples. Throws `RangeError` where no such net is found.
 */
export function randomNet(seed: number, number: number, wishes: Wishes = {}): Problem {
  const draw = drawing(seed, number)
  const most = wishes.reach ?? SATURATED_REACH.most
  const cost = draw.pick(COSTS)
  const samples = 1 + draw.integer(MOST_SAMPLES)
  const width = 1 + draw.integer(WIDEST)
  const inputs = several(samples, several(width, 0)).map((x) => x.map(() => draw.between(-1, 1)))
  const saturated = draw.chance(SATURATED_NETS)
  const depth = 1 + draw.integer(DEEPEST)
  const layers: Layer[] = []
  for (let l = 0; l < depth; l++) {
    const plan = planned(draw, l === depth - 1 ? cost : undefined)
    const { least, most: far } = saturated && draw.chance(0.5) && !plan.mild ? SATURATED_REACH : ORDINARY_REACH
    const reach = Math.min(most, draw.between(least, far))
    layers.push(drawn(draw, plan, outputs(layers, inputs), reach))
  }
  const a = outputs(layers, inputs)
  // Where samples look alike, absolute makes gradients of them that are ± the same numbers: weights keep a mean from cancelling.
  const weighted = cost === 'absolute' || draw.chance(0.3)
  const weights = weighted ? inputs.map(() => (draw.chance(0.1) ? 0 : draw.between(0.1, 3))) : undefined
  const problem = { layers, cost, inputs, targets: targets(draw, cost, a) }
  return weights ? { ...problem, weights } : problem
}

/** What a layer is going to be, before it has numbers. */
interface Plan {
  readonly neurons: number
  readonly activation: ActivationName
  readonly own: ReadonlyMap<number, ElementwiseName>
  /** The neurons whose output must lie inside (0, 1). */
  readonly centred: ReadonlySet<number>
  /** Kept out of saturation, where the cost divides by an a or 1 − a that is rounded. */
  readonly mild: boolean
}

function planned(draw: Drawing, cost: CostName | undefined): Plan {
  const neurons = 1 + draw.integer(WIDEST)
  const divides = cost === 'crossEntropy' || cost === 'logLikelihood'
  const usual = cost === 'crossEntropy' ? 'sigmoid' : 'softmax'
  // Half of the outputs under these two costs are what they are meant for; the others go round through a.
  const activation = divides && draw.chance(0.5) ? usual : draw.pick(ACTIVATIONS)
  const own = new Map<number, ElementwiseName>()
  if (activation !== 'softmax' && draw.chance(0.3)) own.set(draw.integer(neurons), draw.pick(ELEMENTWISE))
  const centred = new Set<number>()
  for (let j = 0; divides && j < neurons; j++) {
    const sigma = own.get(j) ?? activation
    if (sigma !== 'sigmoid' && sigma !== 'softmax') centred.add(j)
  }
  return { neurons, activation, own, centred, mild: cost === 'crossEntropy' && activation === 'softmax' }
}

function drawn(draw: Drawing, plan: Plan, inputs: readonly (readonly number[])[], reach: number): Layer {
  const { neurons, activation, own, centred } = plan
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const raw: Layer = {
      w: several(neurons, at(inputs, 0)).map((row) => row.map(() => draw.between(-1, 1))),
      b: several(neurons, 0).map(() => draw.between(-1, 1)),
      activation,
      own,
    }
    const largest = largestZ(raw, inputs)
    if (largest < LEAST_DRAWN) continue
    const layer = centre(scale(raw, reach / largest), centred, inputs)
    if (!nearKink(layer, inputs)) return layer
  }
  throw new RangeError(`no layer of ${neurons} neurons without a z near a kink in ${ATTEMPTS} draws`)
}

/** Multiplies w and b, and so z. */
function scale(layer: Layer, factor: number): Layer {
  return { ...layer, w: layer.w.map((row) => row.map((x) => x * factor)), b: layer.b.map((x) => x * factor) }
}

/** Moves these neurons so that z stays within CENTRE ± CENTRE_SPREAD on every sample: there every built-in σ lies inside (0, 1). */
function centre(layer: Layer, neurons: ReadonlySet<number>, inputs: readonly (readonly number[])[]): Layer {
  if (neurons.size === 0) return layer
  const sigma = (j: number) => layer.own.get(j) ?? layer.activation
  const w = layer.w.map((row, j) => {
    if (!neurons.has(j)) return row
    const farthest = Math.max(...inputs.map((x) => Math.abs(row.reduce((sum, weight, k) => sum + weight * at(x, k), 0))))
    return row.map((weight) => weight * Math.min(1, CENTRE_SPREAD / farthest))
  })
  // softplus is above ½ at 0 already.
  const b = layer.b.map((bias, j) => (neurons.has(j) ? (sigma(j) === 'softplus' ? -CENTRE : CENTRE) : bias))
  return { ...layer, w, b }
}

function nearKink(layer: Layer, inputs: readonly (readonly number[])[]): boolean {
  return inputs.some((x) =>
    weightedInputs(layer, x).some((z, j) => {
      const sigma = layer.own.get(j) ?? layer.activation
      return (sigma === 'relu' || sigma === 'leakyRelu') && Math.abs(z) < KINK_MARGIN
    }),
  )
}

function largestZ(layer: Layer, inputs: readonly (readonly number[])[]): number {
  return Math.max(...inputs.flatMap((x) => weightedInputs(layer, x).map(Math.abs)))
}

function weightedInputs(layer: Layer, x: readonly number[]): number[] {
  return at(forward({ layers: [layer] }, x), 0).z.map(({ re }) => re)
}

function outputs(layers: readonly Layer[], inputs: readonly (readonly number[])[]): number[][] {
  return inputs.map((x) => forward({ layers }, x).at(-1)?.a.map(({ re }) => re) ?? [...x])
}

function targets(draw: Drawing, cost: CostName, a: readonly (readonly number[])[]): number[][] {
  if (cost === 'crossEntropy' || cost === 'logLikelihood') {
    // Labels, or shares that need not sum to 1.
    const labelled = draw.chance(0.5)
    return a.map((column) => {
      const free = column.flatMap((aj, j) => (1 - aj >= LABEL_MARGIN ? [j] : []))
      const label = labelled && free.length > 0 ? draw.pick(free) : undefined
      return column.map((_, j) => (label === undefined ? draw.between(0.05, 0.95) : j === label ? 1 : 0))
    })
  }
  // Around the output, so that huber is met on both of its sides.
  return a.map((column) =>
    column.map((aj) => {
      for (;;) {
        const y = aj + draw.between(-2, 2)
        if (cost !== 'absolute' || Math.abs(aj - y) >= KINK_MARGIN) return y
      }
    }),
  )
}

function several<T>(n: number, value: T): T[] {
  return Array.from({ length: n }, () => value)
}

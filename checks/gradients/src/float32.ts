import { engineGradient, engineProblem } from './engine.js'
import { inFloat32 } from './inFloat32.js'
import { at } from './oracle/at.js'
import { gauge } from './oracle/gauge.js'
import { flattened } from './oracle/relativeDifference.js'
import { randomNet } from './randomNets.js'

/** The largest |z|: beyond, a kinked neuron may be on its other side in float32, which is no error of rounding's size. */
const REACH = 5

/** u of float32. */
const ROUNDING = 2 ** -24

/** Multiples of (depth + widest layer) roundings that are allowed, relative to the gauge. */
const ALLOWED = 4

/** The least normal number of float32: below it a rounding is not relative. */
const UNDERFLOW = 2 ** -126

/** How far float32 is from float64. */
export interface Float32Comparison {
  readonly parameters: number
  /** The largest |g₃₂ − g₆₄| as a part of its bound, 4 (depth + width) 2⁻²⁴ times the gauge of that component. */
  readonly ofBound: number
  readonly net: number
  readonly passed: boolean
}

/**
 * Compares the float32 engine with the float64 engine on the same numbers, component by component.
 *
 * Shapes: none.
 */
export function compareFloat32(seed: number, nets: number): Float32Comparison {
  let parameters = 0
  let ofBound = 0
  let net = 0
  for (let number = 0; number < nets; number++) {
    const problem = inFloat32(randomNet(seed, number, { reach: REACH }))
    const [single, double] = (['float32', 'float64'] as const).map((dtype) => {
      const put = engineProblem(problem, { dtype })
      const { flat } = engineGradient(put)
      put.net.close()
      return flat
    })
    if (!single || !double) throw new RangeError('two engines')
    const widest = Math.max(problem.inputs[0]?.length ?? 0, ...problem.layers.map(({ b }) => b.length))
    const unit = ALLOWED * (problem.layers.length + widest) * ROUNDING
    flattened(gauge(problem)).forEach((size, p) => {
      const part = Math.abs(at(single, p) - at(double, p)) / (unit * size + UNDERFLOW)
      if (part <= ofBound) return
      ofBound = part
      net = number
    })
    parameters += double.length
  }
  return { parameters, ofBound, net, passed: ofBound <= 1 }
}

import { OptionError, type Floats } from '@nablajs/linalg'
import { limitNorms } from './limitNorms.js'
import type { Optimizer } from './optimizer.js'
import { requireNumber } from './requireNumber.js'

/** Options of `regularised`; at least one is given. */
export interface RegularisedOptions {
  /** λ₁ of the penalty λ₁ Σ|w|. */
  l1?: number
  /** λ₂ of the penalty (λ₂ / 2) Σ w². */
  l2?: number
  /** The largest length of the weights that come into one neuron. */
  maxNorm?: number
}

/**
 * An optimizer of a cost with penalties on its weights, biases exempt: C + λ₁ Σ|w| + (λ₂ / 2) Σ w², so that the gradient of a weight
 * gets λ₁ sign(w) + λ₂ w before the optimizer has it. C is a mean over samples: the book's λ is λ₂ times their number. With
 * `maxNorm`, after the step, the weights into a neuron that are longer than that are multiplied by maxNorm / ‖w_j‖₂.
 *
 * Reported costs are C without the penalties. Each operation is rounded to the element type: λ₁ sign(w) is added first, then λ₂ w.
 *
 * Shapes: as the optimizer's own, whose state is the only one; the gradient is changed. Throws `OptionError` where nothing is given,
 * and for numbers that cannot be.
 * Source: chapter 3, section on regularization; Srebro, Rennie, Jaakkola, Maximum-margin matrix factorization (2004), for max-norm.
 */
export function regularised(optimizer: Optimizer, { l1, l2, maxNorm }: RegularisedOptions): Optimizer {
  if (l1 === undefined && l2 === undefined && maxNorm === undefined) throw nothingGiven()
  if (l1 !== undefined) requireNumber('regularised', 'l1', l1, { least: 0 }, 'Leave it out for none.')
  if (l2 !== undefined) requireNumber('regularised', 'l2', l2, { least: 0 }, 'Leave it out for none.')
  if (maxNorm !== undefined) requireNumber('regularised', 'maxNorm', maxNorm, { above: 0 }, 'Leave it out for none; 3 is usual.')
  const { init, vectors } = optimizer
  return {
    name: `regularised ${optimizer.name}`,
    vectors,
    ...(init ? { init } : {}),
    step(parameters, gradient, state, info) {
      const { weightRanges } = info
      for (let range = 0; range < weightRanges.length; range++) {
        const first = weightRanges[range][0]
        const end = weightRanges[range][1]
        if (l1 !== undefined) addSigns(gradient, parameters, l1, first, end)
        if (l2 !== undefined) addMultiple(gradient, parameters, l2, first, end)
      }
      optimizer.step(parameters, gradient, state, info)
      if (maxNorm !== undefined) limitNorms(parameters, weightRanges, maxNorm)
    },
  }
}

/** Adds λ sign(w); where w is 0, nothing. */
function addSigns(gradient: Floats, w: Floats, lambda: number, first: number, end: number): void {
  const by = gradient instanceof Float32Array ? Math.fround(lambda) : lambda
  for (let i = first; i < end; i++) {
    if (w[i] > 0) gradient[i] = gradient[i] + by
    else if (w[i] < 0) gradient[i] = gradient[i] - by
  }
}

/** Adds λ w. */
function addMultiple(gradient: Floats, w: Floats, lambda: number, first: number, end: number): void {
  if (gradient instanceof Float32Array) {
    const by = Math.fround(lambda)
    for (let i = first; i < end; i++) gradient[i] = gradient[i] + Math.fround(by * w[i])
    return
  }
  for (let i = first; i < end; i++) gradient[i] = gradient[i] + lambda * w[i]
}

function nothingGiven(): OptionError {
  return new OptionError({
    option: 'l2',
    where: 'regularised, l2',
    expected: '{ l1 }, { l2 }, { maxNorm } or more of them',
    got: 'none',
    fix: "Give { l2: λ / n } for the book's λ and n training samples.",
  })
}

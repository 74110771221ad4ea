import { dataset, sine, type Samples } from 'nabla'

/**
 * Two questions about x: is it above 0, and what is sin x? The first answer lies in 0 … 1, the second does not.
 *
 * Shapes: inputs 1 × 40, targets 2 × 40.
 */
export function signAndSine(): Samples {
  const { size, inputs, targets } = sine({ size: 40 })
  const x = Array.from(inputs.data)
  return dataset(
    x.map((at) => [at]),
    Array.from({ length: size }, (_, i) => [(x[i] ?? NaN) > 0 ? 1 : 0, targets.data[i] ?? NaN]),
  )
}

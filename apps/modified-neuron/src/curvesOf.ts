import { network, quadratic, train, type Layer, type Samples } from 'nabla'

/** What is the same in every run. */
export interface Training {
  readonly samples: Samples
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: number
  readonly seeds: readonly number[]
}

/**
 * The cost of every epoch, one run for each seed. The same seed gives every f the same starting weights and the same order of
 * samples, so that f is all that differs.
 *
 * Shapes: returns a curve of `epochs` numbers for each seed.
 */
export async function curvesOf(layers: readonly Layer[], { samples, seeds, ...training }: Training): Promise<number[][]> {
  const curves: number[][] = []
  for (const seed of seeds) {
    const net = await network(layers, { seed, dtype: 'float64', maxBatch: training.batchSize })
    const curve: number[] = []
    for await (const { cost } of train(net, samples, { ...training, cost: quadratic, seed })) curve.push(cost)
    net.close()
    curves.push(curve)
  }
  return curves
}

/**
 * The mean of curves.
 *
 * Shapes: curves of one length; returns one of that length.
 */
export function meanOf(curves: readonly (readonly number[])[]): number[] {
  return (curves[0] ?? []).map((_, i) => curves.reduce((sum, curve) => sum + (curve[i] ?? NaN), 0) / curves.length)
}

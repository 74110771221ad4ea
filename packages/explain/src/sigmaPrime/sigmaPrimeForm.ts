import type { Network, SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { fromColumns, matmul, transpose, type Matrix } from '@nablajs/linalg'
import { costSlope } from '../costSlope.js'
import { jacobian } from '../jacobian.js'
import { largestDifference } from '../largestDifference.js'
import { oneSample } from '../oneSample.js'

/** The error of one layer in the form with ordinary products of matrices. */
export interface SigmaPrimeLayer {
  /** l = 2 … L. */
  readonly layer: number
  /** Σ′(z^l), as rows: diagonal, or where neurons mix the transposed Jacobian. */
  readonly sigmaPrime: readonly (readonly number[])[]
  /** δ^l by (33) at the output, by (34) before it. */
  readonly delta: readonly number[]
  /** δ^l by (35), one product from ∇ₐC back to l. */
  readonly product: readonly number[]
  /** δ^l by the engine, with the Hadamard product. */
  readonly hadamard: readonly number[]
  /** The largest of |δ − δ by the engine| over both, relative to the largest |δ|. */
  readonly difference: number
  /** The equation in TeX: (33) or (34), and (35). */
  readonly latex: string
  readonly latexOfProduct: string
}

/** δ of every layer in both forms. */
export interface SigmaPrimeForm {
  /** ∇ₐC. */
  readonly nablaA: readonly number[]
  /** From L back to 2. */
  readonly layers: readonly SigmaPrimeLayer[]
}

/**
 * The four equations with ordinary products of matrices, the chapter's alternative to ⊙: with Σ′(z) the diagonal matrix of σ′(z_j),
 * δ^L = Σ′(z^L) ∇ₐC (33), δ^l = Σ′(z^l) (w^(l+1))ᵀ δ^(l+1) (34), and so δ^l = Σ′(z^l) (w^(l+1))ᵀ … Σ′(z^(L−1)) (w^L)ᵀ Σ′(z^L) ∇ₐC (35). For an
 * activation that mixes neurons Σ′ is the transposed Jacobian. The matrices are made and multiplied as they stand; ⊙ is the fast form.
 *
 * Shapes: x: n_1 numbers, y: n_L numbers, one sample; Σ′(z^l): n_l × n_l. Computed in float64. Throws as `backprop` does, and `ShapeError` for more than
 * one sample.
 *
 * @equation (33)
 * @equation (34)
 * @equation (35)
 */
export function sigmaPrimeForm(net: Network, cost: Cost, x: SampleMatrix, y: SampleMatrix): SigmaPrimeForm {
  const found = oneSample('sigmaPrimeForm', net, cost, x, y)
  const { batch, net: own } = found
  const { L, w, activation } = own
  const nablaA = fromColumns([costSlope(found, cost, L)], { dtype: 'float64' })
  const layers: SigmaPrimeLayer[] = []
  let [delta, chain]: Matrix[] = []
  for (let l = L; l >= 2; l--) {
    const sigmaPrime = transpose(jacobian(activation[l], batch.z[l], batch.a[l]))
    delta = matmul(sigmaPrime, l === L ? nablaA : matmul(w[l + 1].T, delta))
    // Read from the left, as (35) is written: what multiplies ∇ₐC, one matrix in all.
    chain = l === L ? sigmaPrime : matmul(sigmaPrime, matmul(w[l + 1].T, chain))
    const product = matmul(chain, nablaA)
    const hadamard = batch.delta[l].data
    layers.push({
      layer: l,
      sigmaPrime: sigmaPrime.toRows(),
      delta: Array.from(delta.data),
      product: Array.from(product.data),
      hadamard: Array.from(hadamard),
      difference: Math.max(largestDifference(delta.data, hadamard), largestDifference(product.data, hadamard)),
      latex: l === L ? `\\delta^{${L}} = \\Sigma'(z^{${L}}) \\nabla_a C` : `\\delta^{${l}} = ${link(l)} \\delta^{${l + 1}}`,
      latexOfProduct: `\\delta^{${l}} = ${productTex(l, L)}`,
    })
  }
  return { nablaA: Array.from(nablaA.data), layers }
}

function link(l: number): string {
  return `\\Sigma'(z^{${l}}) (w^{${l + 1}})^T`
}

function productTex(l: number, L: number): string {
  const links = Array.from({ length: L - l }, (_, i) => link(l + i))
  return [...links, `\\Sigma'(z^{${L}})`, '\\nabla_a C'].join(' ')
}

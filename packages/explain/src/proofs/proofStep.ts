import { largestDifference } from '../largestDifference.js'

/** One equality of a proof, with its numbers on the network given. */
export interface ProofStep {
  /** The number of the chapter's equation, where it has one. */
  readonly equation?: string
  readonly latex: string
  /** What makes it true, in a few words. */
  readonly because: string
  /** The left side, in the order of its indices. */
  readonly left: readonly number[]
  /** The right side. */
  readonly right: readonly number[]
  /** max |left − right|, relative to the largest |right|. */
  readonly difference: number
}

/** A proof of one of the four equations, for one layer. */
export interface Proof {
  readonly of: 'BP1' | 'BP2' | 'BP3' | 'BP4'
  readonly layer: number
  readonly steps: readonly ProofStep[]
}

/**
 * A step of a proof with the size of its difference.
 *
 * Shapes: left and right of equal length.
 */
export function proofStep(latex: string, because: string, left: ArrayLike<number>, right: ArrayLike<number>, equation?: string): ProofStep {
  const difference = largestDifference(left, right)
  return { ...(equation !== undefined && { equation }), latex, because, left: Array.from(left), right: Array.from(right), difference }
}

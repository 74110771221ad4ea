/** What the page tells the worker: the formula as text, which the worker reads for itself. */
export interface DesignOrder {
  readonly formula: string
  readonly seed: number
}

/** Of one epoch. */
export interface Figures {
  readonly cost: number
  readonly accuracy: number
}

/** What the worker tells the page. */
export type DesignNews =
  | { readonly type: 'checked'; readonly findings: readonly string[]; readonly kinks: readonly number[] }
  | { readonly type: 'epoch'; readonly sigmoid: Figures; readonly own: Figures }
  | { readonly type: 'ended' }
  | { readonly type: 'diverged'; readonly epoch: number }
  | { readonly type: 'failed'; readonly message: string }

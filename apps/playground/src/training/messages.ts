/** What may be changed while a training runs. */
export interface Pace {
  readonly learningRate: number
  readonly batchSize: number
}

/** What every training is begun with. */
export interface Settings extends Pace {
  readonly seed: number
  /** Milliseconds between two reports. */
  readonly reportEvery: number
  /** Weights and biases to begin from, as `Network.parameters` has them; those of the seed unless given. */
  readonly parameters: Float32Array | undefined
}

/** What the page tells a worker. */
export type Order<S extends Settings> =
  | { readonly type: 'start'; readonly settings: S }
  | { readonly type: 'pace'; readonly pace: Pace }
  | { readonly type: 'pause' | 'proceed' }

/** How every training stands. */
export interface Report {
  /** Epochs that are done, one that is under way as a fraction. */
  readonly epoch: number
  /** The mean over the minibatches since the report before, each before its step. */
  readonly cost: number
  readonly samplesPerSecond: number
  /** All weights and biases, as `Network.parameters` has them. */
  readonly parameters: Float32Array
}

/** What a worker tells the page. */
export type News<R extends Report> =
  /** The samples are there, and training begins. */
  | { readonly type: 'ready' }
  | { readonly type: 'report'; readonly report: R }
  | { readonly type: 'ended' | 'diverged'; readonly epoch: number }
  | { readonly type: 'failed'; readonly message: string }

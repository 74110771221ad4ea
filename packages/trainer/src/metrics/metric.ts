import type { Matrix } from '@nablajs/linalg'

/** What a metric has seen of one set of samples. */
export interface Tally<Value> {
  /** Takes in some columns. Shapes: a and y n_L × m, valid during the call. */
  add(a: Matrix, y: Matrix): void
  /** What it all comes to. */
  value(): Value
}

/** A figure for outputs beside targets, as a plugin of `evaluate` and `train`. Every sample counts once, whatever its weight. */
export interface Metric<Value = unknown> {
  readonly name: string
  /** Begins to count on a network of `outputs` output neurons. Throws `OptionError` where it cannot be used on such. */
  begin(outputs: number): Tally<Value>
}

/** Metrics under the names that their values are to have. */
export type Metrics = Readonly<Record<string, Metric>>

/** The values of metrics, under the same names. */
export type MetricValues<M extends Metrics> = { readonly [Name in keyof M]: M[Name] extends Metric<infer Value> ? Value : never }

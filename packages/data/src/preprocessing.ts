/** How rows of a table become columns of numbers. Plain data: saved with a model and applied at predict. */
export interface Preprocessing {
  readonly inputs: readonly InputColumn[]
  readonly target: Target
}

/** How a column of a table becomes numbers of an input. */
export type InputColumn =
  /** (x − mean) / deviation; a missing cell becomes `fill` (in the units of the file) where there is one and is an error where not. */
  | { readonly name: string; readonly kind: 'number'; readonly mean: number; readonly deviation: number; readonly fill?: number }
  /** One-hot in this order; a missing cell is the category '' where that is one, a category never seen gives zeros (`unknown: 'zeros'`) or an error. */
  | { readonly name: string; readonly kind: 'category'; readonly categories: readonly string[]; readonly unknown: 'zeros' | 'error' }
  /** `count` bytes times scale: images. */
  | { readonly name: string; readonly kind: 'bytes'; readonly count: number; readonly scale: number }

/** How columns of a table become numbers of a target. */
export type Target =
  /** One-hot in this order, two classes too. */
  | { readonly kind: 'classes'; readonly name: string; readonly classes: readonly string[] }
  /** Regression: (y − mean) / deviation of each column. */
  | { readonly kind: 'numbers'; readonly columns: readonly { readonly name: string; readonly mean: number; readonly deviation: number }[] }

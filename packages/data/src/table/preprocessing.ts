/** A column of a table as inputs of a network. */
export type InputColumn =
  /** (x − mean) / deviation. A missing cell becomes `fill`, in the units of the file, where there is one, and is an error where not. */
  | { readonly name: string; readonly kind: 'number'; readonly mean: number; readonly deviation: number; readonly fill?: number }
  /** One-hot in this order. A missing cell is the category '' where that is one; a category that is none gives zeros or an error. */
  | { readonly name: string; readonly kind: 'category'; readonly categories: readonly string[]; readonly unknown: 'zeros' | 'error' }
  /** So many bytes times `scale`: an image. */
  | { readonly name: string; readonly kind: 'bytes'; readonly count: number; readonly scale: number }

/** What a network's outputs mean. */
export type Target =
  /** One-hot in this order, two classes too. */
  | { readonly kind: 'classes'; readonly name: string; readonly classes: readonly string[] }
  /** (y − mean) / deviation of each column. */
  | { readonly kind: 'numbers'; readonly columns: readonly { readonly name: string; readonly mean: number; readonly deviation: number }[] }

/** How rows of a table become columns of numbers. Plain data: saved with a model, and applied to whatever it is used on. */
export interface Preprocessing {
  readonly inputs: readonly InputColumn[]
  readonly target: Target
}

/**
 * How many numbers a row becomes.
 *
 * Shapes: scalar: n_1.
 */
export function inputsOf({ inputs }: Preprocessing): number {
  return inputs.reduce((sum, column) => sum + widthOf(column), 0)
}

/**
 * How many numbers a cell of a column becomes.
 *
 * Shapes: scalar.
 */
export function widthOf(column: InputColumn): number {
  if (column.kind === 'number') return 1
  return column.kind === 'category' ? column.categories.length : column.count
}

/**
 * How many outputs a target takes.
 *
 * Shapes: scalar: n_L.
 */
export function outputsOf({ target }: Preprocessing): number {
  return target.kind === 'classes' ? target.classes.length : target.columns.length
}

/** A point of the pad: 0, 0 is its left top, 1, 1 its right bottom. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A line that was drawn without lifting the pen; a single point is a dot. */
export type Stroke = readonly Point[]

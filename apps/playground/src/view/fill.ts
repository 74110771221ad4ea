/** Values are shown on a scale with these ends; larger ones have the end's colour. A legend names them. */
export const ends = { w: 3, b: 3, z: 3, a: 1 } as const

/** From where on text is easier to read in the colour of the paper: the end colours are dark on light paper, light on dark. */
const OVER_LIGHT = 0.75
const OVER_DARK = 0.57

/** How a value is filled: by colour from zero to the end of its sign. The style sheet mixes. */
export function fill(value: number, end: number) {
  const share = Math.min(1, Math.abs(value) / end)
  return {
    'data-sign': value < 0 ? 'negative' : value > 0 ? 'positive' : 'zero',
    'data-over-light': share > OVER_LIGHT || undefined,
    'data-over-dark': share > OVER_DARK || undefined,
    style: { '--share': `${(100 * share).toFixed(1)}%` },
  }
}

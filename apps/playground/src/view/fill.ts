/** Values are shown on a scale with these ends; larger ones have the end's colour. A legend names them. */
export const ends = { w: 3, b: 3, z: 3, a: 1, y: 1, delta: 0.2, nablaW: 0.2, nablaB: 0.2 } as const

/** From which share on text is written in the other colour: where black and white are equally easy to read on the mixed fill. */
const turns = { light: { positive: 0.815, negative: 0.905 }, dark: { positive: 0.57, negative: 0.545 } } as const

/** How a value is filled: by colour from zero to the end of its sign, which the style sheet mixes, and with which text on it. */
export function fill(value: number, end: number) {
  const share = Math.min(1, Math.abs(value) / end)
  const sign = value < 0 ? 'negative' : 'positive'
  return {
    'data-sign': sign,
    'data-over-light': share > turns.light[sign] || undefined,
    'data-over-dark': share > turns.dark[sign] || undefined,
    style: { '--share': `${(100 * share).toFixed(1)}%` },
  }
}

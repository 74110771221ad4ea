/** One bar: a name, a rate with its spread, and whether it is one of ours. */
export interface Bar {
  readonly name: string
  readonly median: number
  readonly min: number
  readonly max: number
  readonly ours: boolean
}

/** Bars under one heading. */
export interface Panel {
  readonly title: string
  readonly bars: readonly Bar[]
}

const WIDTH = 820
const LEFT = 190
const RIGHT = 80
const ROW = 17
const HEAD = 44
const FOOT = 14

/** Where a rate lies between the powers of ten around all rates, 0 … 1. */
export function onLogScale(rate: number, [low, high]: readonly [number, number]): number {
  return (Math.log10(rate) - low) / (high - low)
}

/** The exponents of the powers of ten that hold all rates between them. */
export function decades(rates: readonly number[]): [number, number] {
  const low = Math.floor(Math.log10(Math.min(...rates)))
  const high = Math.ceil(Math.log10(Math.max(...rates)))
  return [low, high === low ? low + 1 : high]
}

/** An SVG with a panel for each workload: bars on a logarithmic scale, the fastest above, the spread as a line. */
export function chart(heading: string, panels: readonly Panel[], number: (rate: number) => string): string {
  const parts: string[] = []
  let top = 40
  for (const panel of panels) {
    const bars = panel.bars.filter(({ median }) => median > 0).sort((p, q) => q.median - p.median)
    if (bars.length === 0) continue
    parts.push(panelAt(top, panel.title, bars, number))
    top += HEAD + bars.length * ROW + FOOT
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" font-family="sans-serif" font-size="11">`,
    `<rect width="${WIDTH}" height="${top}" fill="#fff"/>`,
    `<text x="10" y="24" font-size="15">${escape(heading)}</text>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}

function panelAt(top: number, title: string, bars: readonly Bar[], number: (rate: number) => string): string {
  const range = decades(bars.flatMap(({ min, max }) => [min, max]))
  const x = (rate: number) => (LEFT + onLogScale(rate, range) * (WIDTH - LEFT - RIGHT)).toFixed(1)
  const first = top + HEAD
  const last = first + bars.length * ROW
  const ticks = Array.from({ length: range[1] - range[0] + 1 }, (_, i) => 10 ** (range[0] + i))
  return [
    `<text x="10" y="${top + 16}" font-weight="bold">${escape(title)}</text>`,
    ...ticks.map((rate) => {
      const line = `<line x1="${x(rate)}" x2="${x(rate)}" y1="${first - 4}" y2="${last}" stroke="#ddd"/>`
      return `${line}<text x="${x(rate)}" y="${first - 8}" text-anchor="middle" fill="#666">${number(rate)}</text>`
    }),
    ...bars.map(({ name, median, min, max, ours }, i) => {
      const y = first + i * ROW
      const middle = y + ROW / 2 - 1
      return [
        `<text x="${LEFT - 6}" y="${y + 12}" text-anchor="end"${ours ? ' font-weight="bold"' : ''}>${escape(name)}</text>`,
        `<rect x="${LEFT}" y="${y + 2}" width="${(Number(x(median)) - LEFT).toFixed(1)}" height="${ROW - 5}" fill="${ours ? '#1f6f8b' : '#b9c4c9'}"/>`,
        `<line x1="${x(min)}" x2="${x(max)}" y1="${middle}" y2="${middle}" stroke="#222"/>`,
        `<text x="${(Number(x(max)) + 5).toFixed(1)}" y="${y + 12}">${number(median)}</text>`,
      ].join('')
    }),
  ].join('\n')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

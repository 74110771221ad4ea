import { signal } from '@preact/signals'

/** Red, green, blue, 0 … 255. */
export type Colour = readonly [red: number, green: number, blue: number]

const dark = matchMedia('(prefers-color-scheme: dark)')

/** Light or dark, for pictures of pixels, which the style sheet does not reach. */
export const scheme = signal(dark.matches ? 'dark' : 'light')
dark.addEventListener('change', () => {
  known.clear()
  scheme.value = dark.matches ? 'dark' : 'light'
})

/** Colours of the scheme as it is: asking the style sheet anew for each picture of many a second costs more than drawing it. */
const known = new Map<string, string>()

/** A colour of the style sheet, such as `--positive`, as #rrggbb. */
export function colourOf(name: string): string {
  const colour = known.get(name) ?? getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  known.set(name, colour)
  return colour
}

/** Its red, green and blue, 0 … 255. */
export function channelsOf(name: string): Colour {
  // A built style sheet writes #ffffff as #fff.
  const digits = colourOf(name).slice(1)
  const hex = Number.parseInt(digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits, 16)
  return [(hex >> 16) & 255, (hex >> 8) & 255, hex & 255]
}

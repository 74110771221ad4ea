import { signal } from '@preact/signals'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** Light or dark, for pictures of pixels, which the style sheet does not reach. */
export const scheme = signal(dark.matches ? 'dark' : 'light')
dark.addEventListener('change', () => (scheme.value = dark.matches ? 'dark' : 'light'))

/** A colour of the style sheet, such as `--positive`, as #rrggbb. */
export function colourOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** Its red, green and blue, 0 … 255. */
export function channelsOf(name: string): readonly [number, number, number] {
  const hex = Number.parseInt(colourOf(name).slice(1), 16)
  return [(hex >> 16) & 255, (hex >> 8) & 255, hex & 255]
}

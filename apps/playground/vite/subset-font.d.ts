declare module 'subset-font' {
  /** The font with only what draws the characters of `text`. */
  export default function subsetFont(font: Uint8Array, text: string, options: { targetFormat: 'woff2' }): Promise<Uint8Array>
}

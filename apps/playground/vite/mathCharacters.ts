const greek = 'αβγδεζηθικλμνξοπρςστυφχψω'
const ITALIC_ALPHA = 0x1d6fc

/**
 * Every character that a formula of the page may have. Browsers draw a letter that stands alone as its italic in the mathematical
 * alphabets, which are characters of their own.
 */
export const mathCharacters = [
  '0123456789 ',
  '()[]{}|‖+−×·/=≠≈≤≥<>→′,.;:…∂∑∏∇⊙√∘∈∞⋯',
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  greek,
  'ΔΣ',
  italics(0x1d434, 52),
  // The italic h was there before the alphabets.
  'ℎ',
  italics(ITALIC_ALPHA, greek.length),
  '\u{1d715}',
].join('')

function italics(first: number, count: number): string {
  return Array.from({ length: count }, (_, i) => String.fromCodePoint(first + i)).join('')
}

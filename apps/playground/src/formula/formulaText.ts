import { formulaLimits } from './formula.js'

/** A text as it may stand in the field and in a link: not longer than a formula may be, and without halves of characters, which no link can hold. */
export function formulaText(text: string): string {
  return text.replaceAll(/[\uD800-\uDFFF]/g, '').slice(0, formulaLimits.length)
}

/** The number that a reader typed: a comma or a point, any minus, a power of ten either way; undefined where it is none. */
export function parseNumber(text: string): number | undefined {
  const plain = text.trim().replaceAll(/[−–]/g, '-').replace(',', '.').replace(/\s*[×x*]\s*10\^?/, 'e').replaceAll(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/g, digitOf)
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain)) return undefined
  const number = Number(plain)
  return Number.isFinite(number) ? number + 0 : undefined
}

function digitOf(raised: string): string {
  return raised === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(raised))
}

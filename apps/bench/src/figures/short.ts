/** A rate in three digits and a unit: 840k, 1.04M, 3.2k, 98.7. */
export function short(rate: number): string {
  if (!Number.isFinite(rate)) return '–'
  const unit = rate >= 999_500 ? 'M' : rate >= 999.5 ? 'k' : ''
  const scaled = rate / { M: 1e6, k: 1e3, '': 1 }[unit]
  const text = scaled >= 99.95 ? String(Math.round(scaled)) : scaled >= 9.995 ? scaled.toFixed(1) : scaled.toFixed(2)
  return `${text}${unit}`
}

const STEPS = [1, 2, 5, 10]

/** Round numbers from least to most, about `count` of them and never more than one more: steps of 1, 2 or 5 times a power of ten. */
export function ticks(least: number, most: number, count: number): number[] {
  const rough = (most - least) / count
  if (!(rough > 0) || !Number.isFinite(rough)) return []
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * (STEPS.find((step) => step * power >= rough) ?? 10)
  const first = Math.ceil(least / step)
  return Array.from({ length: Math.floor(most / step) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)) + 0)
}

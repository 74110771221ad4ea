/** As many arguments as every golden hash is taken over. */
const COUNT = 10000

/**
 * SHA-256 (hexadecimal) over the bits of f at 10,000 arguments: half of them even in [low, high], half drawn from all bit
 * patterns, so of every size and sign. All NaN count as one, since their bits differ by processor.
 *
 * Shapes: scalar.
 */
export async function goldenBits(f: (x: number) => number, low: number, high: number): Promise<string> {
  const results = new DataView(new ArrayBuffer(8 * COUNT))
  const pattern = new DataView(new ArrayBuffer(8))
  // A linear congruential generator (D. E. Knuth, The Art of Computer Programming 2, section 3.3.4), whose high 32 bits are used.
  let state = 1n
  const next = (): number => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n)
    return Number(state >> 32n)
  }
  for (let i = 0; i < COUNT; i++) {
    const upper = next()
    pattern.setUint32(0, upper)
    pattern.setUint32(4, next())
    const y = f(i % 2 === 0 ? low + (high - low) * (upper / 4294967296) : pattern.getFloat64(0))
    if (Number.isNaN(y)) results.setUint32(8 * i, 0x7ff80000)
    else results.setFloat64(8 * i, y)
  }
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', results))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

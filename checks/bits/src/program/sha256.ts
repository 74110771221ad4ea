import type { Floats } from '@nablajs/linalg'

/**
 * The SHA-256 of numbers as they lie in memory, in hexadecimal. Throws for NaN, whose bits the standards leave open: a hash of
 * one would hold nothing.
 */
export async function sha256(what: string, values: Floats): Promise<string> {
  const at = values.findIndex(Number.isNaN)
  if (at >= 0) throw new RangeError(`${what}: number ${at} is NaN`)
  // A copy, because digest takes no shared memory.
  const bytes = new Uint8Array(values.byteLength)
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

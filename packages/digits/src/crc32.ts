/** The polynomial of gzip and PNG, its bits in reverse. */
const POLYNOMIAL = 0xedb88320

/**
 * The CRC-32 of bytes, as gzip has it (RFC 1952, section 8), as a whole number of 0 … 2^32 − 1.
 *
 * Shapes: any number of bytes.
 */
export function crc32(bytes: Uint8Array): number {
  const table = Int32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1
    return rest
  })
  let crc = -1
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 255] ?? 0)
  return ~crc >>> 0
}

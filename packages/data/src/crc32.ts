/** The reversed polynomial of CRC-32: that of ZIP, gzip and PNG (ISO 3309). */
const POLYNOMIAL = 0xedb88320

const TABLE = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1
  return rest
})

/**
 * The checksum that stands in ZIP and PNG files.
 *
 * Shapes: any number of bytes; returns a whole number of 0 … 2³² − 1.
 */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (let i = 0; i < bytes.length; i++) rest = (TABLE[(rest ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (rest >>> 8)
  return (rest ^ 0xffffffff) >>> 0
}

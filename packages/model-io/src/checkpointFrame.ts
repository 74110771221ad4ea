/*
 * A checkpoint file, numbers little-endian:
 *
 *   0   8 bytes    89 N B L 0D 0A 1A 0A: a transfer as text breaks them
 *   8   uint32     the version of the format
 *   12  uint32     how long the head is, in bytes
 *   16  head       JSON: { arrays: [["float32", 23860], …], value }, each array named in `value` as { $array: 0 }
 *       arrays     one after another, each begun at a multiple of 8, zeros between
 *   −32 32 bytes   SHA-256 of all before it
 */

/** The first bytes. */
export const MAGIC: Uint8Array = /* @__PURE__ */ Uint8Array.of(0x89, 0x4e, 0x42, 0x4c, 0x0d, 0x0a, 0x1a, 0x0a)

/** The version that is written, and the latest that is read. */
export const VERSION = 1

/** Where the head begins. */
export const PREFIX_BYTES = 16

/** The length of the hash at the end. */
export const HASH_BYTES = 32

/**
 * The next multiple of 8.
 *
 * Shapes: scalar.
 */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8
}

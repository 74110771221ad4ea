interface Host {
  process?: {
    getBuiltinModule?(name: 'node:os'): { totalmem(): number }
    constrainedMemory?(): number | undefined
  }
}

/**
 * The bytes of memory that this process can have: those of the machine, or the limit of its container; ∞ where nothing says, as in browsers.
 *
 * Shapes: bytes.
 */
export function machineMemory(): number {
  const { process }: Host = globalThis as Host
  const total = process?.getBuiltinModule?.('node:os').totalmem() ?? Infinity
  // 0 and undefined both say that there is no limit.
  return Math.min(total, process?.constrainedMemory?.() || Infinity)
}

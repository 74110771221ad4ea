import { ShapeError, type Floats } from '@nablajs/linalg'
import type { Koffi } from './loadKoffi.js'

/** Addresses kept for one memory. A network takes a few dozen; beyond this all are dropped and made anew. */
const MOST = 1 << 16

interface Table {
  readonly start: bigint
  readonly size: bigint
  readonly made: Map<number, bigint>
}

/**
 * The addresses of numbers in memories that do not move, as BigInts that are made once: one made at each call would be garbage.
 *
 * Shapes: any.
 */
export class Addresses {
  readonly koffi: Koffi
  readonly tables: WeakMap<Floats, Table> = new WeakMap<Floats, Table>()
  /** The memory asked for last and its table: mostly the next one too. */
  private memory: Floats | undefined
  private table: Table | undefined

  constructor(koffi: Koffi) {
    this.koffi = koffi
  }

  /** Takes up a memory. It must lie outside V8's heap, as a WebAssembly memory does: what lies inside is moved about. */
  add(memory: Floats): void {
    if (this.tables.has(memory)) return
    this.tables.set(memory, { start: this.koffi.address(memory), size: BigInt(memory.BYTES_PER_ELEMENT), made: new Map() })
  }

  /** The address of number `offset` of a memory. Throws `ShapeError` where the memory was not taken up. */
  of(memory: Floats, offset: number): bigint {
    const { start, size, made } = memory === this.memory && this.table ? this.table : this.tableOf(memory)
    const known = made.get(offset)
    if (known !== undefined) return known
    if (made.size >= MOST) made.clear()
    const address = start + BigInt(offset) * size
    made.set(offset, address)
    return address
  }

  private tableOf(memory: Floats): Table {
    const table = this.tables.get(memory)
    if (!table) {
      throw new ShapeError({
        operation: 'gemm',
        shapes: [`a memory of ${memory.length}`, 'the memories of blas'],
        side: 'backend',
        where: 'gemm, blas',
        expected: 'operands in memory that this backend gave',
        got: 'one that lies elsewhere',
        fix: 'Copy it over first: copy(A, zeros(A.rows, A.cols, { dtype: A.dtype, backend })).',
      })
    }
    this.memory = memory
    this.table = table
    return table
  }
}

import type { Backend, Dtype, Floats, Operand, Recording, Region } from '../backend.js'
import { kernels } from './kernels/index.js'
import { descendBlocked } from './descendBlocked.js'
import { gemmBlocked } from './gemmBlocked.js'

/**
 * The backend in plain TypeScript: it runs wherever JavaScript does, gives the same bits in every engine, and is what the
 * others are held to.
 *
 * Shapes: those of the `Backend` contract.
 */
export const reference: Backend = {
  name: 'reference',
  exact: true,
  alloc(dtype: Dtype, length: number): Region {
    const buffer = dtype === 'float32' ? new Float32Array(length) : new Float64Array(length)
    // The garbage collector is the owner here: memory goes when the last view of it does.
    return { buffer, offset: 0, owner: buffer, length, free: () => undefined }
  },
  gemm: gemmBlocked,
  descend: descendBlocked,
  kernels,
  write({ buffer, offset }: Operand, values: Floats): void {
    buffer.set(values, offset)
  },
  read({ buffer, offset }: Operand, values: Floats): void {
    values.set(buffer.subarray(offset, offset + values.length))
  },
  record(step: () => void): Recording {
    return {
      run(times: number): void {
        for (let i = 0; i < times; i++) step()
      },
    }
  },
}

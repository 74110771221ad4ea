import type { Backend } from './backend.js'
import { DTYPES, viewOf, wrong } from './conformance/blocks.js'
import { checkKernels } from './conformance/checkKernels.js'
import { checkOperations } from './conformance/checkOperations.js'
import { checkProducts } from './conformance/checkProducts.js'
import { checkSteps } from './conformance/checkSteps.js'
import { random } from './random.js'

/** How a backend is checked. */
export interface CheckBackendOptions {
  /** Products tried for each element type; 300 unless said. */
  products?: number
  /** Decides shapes and numbers; 1 unless said. */
  seed?: number
}

/** What a check of a backend did. */
export interface BackendReport {
  readonly backend: string
  readonly products: number
  /** The largest error of a product, as a share of the bound that theory gives. Below 1. */
  readonly worstOfBound: number
  /** How many kernels were compared with those of the reference backend. */
  readonly kernels: number
}

/**
 * Holds a backend to its contract: memory that is zero and apart, products against the three loops over random shapes,
 * transposes, factors and strides within the rounding bound of theory and without any difference on small whole numbers, an
 * old NaN in C not read where beta is 0, optional operations with the bits of their parts (where the backend is not `exact`,
 * within the rounding bound), steps with those of their rules, kernels within 4 units of the last place of the reference ones, and nothing written outside the
 * result.
 *
 * Its memory must be the host's: what it computed is read in place, and `read` must have copied when it returns. One whose
 * `read` is a promise is refused.
 *
 * Shapes: op(A): m × k, op(B): k × n, C: m × n with sizes from 0 to 65. Throws `PluginError` naming the product that is
 * wrong. Works in any test runner.
 */
export function checkBackend(backend: Backend, { products = 300, seed = 1 }: CheckBackendOptions = {}): BackendReport {
  const draws = random(seed)
  checkMemory(backend)
  const worstOfBound = checkProducts(backend, draws, products)
  checkOperations(backend, draws)
  checkSteps(backend, draws)
  const kernels = checkKernels(backend, draws)
  return { backend: backend.name, products: 2 * products, worstOfBound, kernels }
}

function checkMemory(backend: Backend): void {
  for (const dtype of DTYPES) {
    const first = backend.alloc(dtype, 7)
    const second = backend.alloc(dtype, 7)
    const values = viewOf(first)
    if (values.length !== 7 || values.some((x) => x !== 0)) {
      throw wrong(backend, 'alloc', '7 zeros', `${values.length} numbers: ${values.join(' ')}`)
    }
    values.fill(1)
    if (viewOf(second).some((x) => x !== 0)) throw wrong(backend, 'alloc', 'regions apart from each other', 'two that overlap')
    const given = values.map((_, i) => i + 0.5)
    backend.write(second, given)
    const back = given.slice().fill(0)
    void backend.read(second, back)
    if (back.some((x, i) => x !== given[i])) throw wrong(backend, 'read', given.join(' '), back.join(' '))
    first.free()
    second.free()
  }
}

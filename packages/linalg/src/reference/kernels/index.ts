import type { Backend } from '../../backend.js'
import { elu } from './elu.js'
import { gelu } from './gelu.js'
import { leakyRelu } from './leakyRelu.js'
import { linear } from './linear.js'
import { relu } from './relu.js'
import { sigmoid } from './sigmoid.js'
import { softmax } from './softmax.js'
import { softplus } from './softplus.js'
import { softsign } from './softsign.js'
import { tanh } from './tanh.js'

/** The reference backend's elementwise functions, and softmax by column, by name. */
export const kernels: Backend['kernels'] = {
  elu,
  gelu,
  leakyRelu,
  linear,
  relu,
  sigmoid,
  softmax,
  softplus,
  softsign,
  tanh,
}

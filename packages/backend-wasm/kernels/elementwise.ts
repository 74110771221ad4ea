export {
  elu_apply_f32,
  elu_apply_f64,
  elu_pullback_f32,
  elu_pullback_f64,
} from './elu'
export {
  exp_apply_f32,
  exp_apply_f64,
  exp_pullback_f32,
  exp_pullback_f64,
} from './exp'
export {
  gelu_apply_f32,
  gelu_apply_f64,
  gelu_pullback_f32,
  gelu_pullback_f64,
} from './gelu'
export {
  leakyRelu_apply_f32,
  leakyRelu_apply_f64,
  leakyRelu_pullback_f32,
  leakyRelu_pullback_f64,
} from './leakyRelu'
export {
  linear_apply_f32,
  linear_apply_f64,
  linear_pullback_f32,
  linear_pullback_f64,
} from './linear'
export {
  log_apply_f32,
  log_apply_f64,
  log_pullback_f32,
  log_pullback_f64,
} from './log'
export {
  relu_apply_f32,
  relu_apply_f64,
  relu_pullback_f32,
  relu_pullback_f64,
} from './relu'
export {
  sigmoid_apply_f32,
  sigmoid_apply_f64,
  sigmoid_pullback_f32,
  sigmoid_pullback_f64,
} from './sigmoid'
export {
  softmax_apply_f32,
  softmax_apply_f64,
  softmax_pullback_f32,
  softmax_pullback_f64,
} from './softmax'
export {
  softplus_apply_f32,
  softplus_apply_f64,
  softplus_pullback_f32,
  softplus_pullback_f64,
} from './softplus'
export {
  softsign_apply_f32,
  softsign_apply_f64,
  softsign_pullback_f32,
  softsign_pullback_f64,
} from './softsign'
export {
  tanh_apply_f32,
  tanh_apply_f64,
  tanh_pullback_f32,
  tanh_pullback_f64,
} from './tanh'

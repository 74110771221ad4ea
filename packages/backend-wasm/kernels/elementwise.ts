export {
  exp_apply_f32,
  exp_apply_f64,
  exp_pullback_f32,
  exp_pullback_f64,
} from './exp'
export {
  sigmoid_apply_f32,
  sigmoid_apply_f64,
  sigmoid_pullback_f32,
  sigmoid_pullback_f64,
} from './sigmoid'

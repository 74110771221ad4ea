import { addProduct } from './vector'

/** `turns` × 40 sums of products in registers, 8 × 40 operations in float32: the most that this core does, for `pnpm bench kernels`. */
export function peak_f32(turns: i32): f32 {
  const x = f32x4.splat(0.9999999), y = f32x4.splat(1.0000001)
  let s0 = f32x4.splat(0), s1 = f32x4.splat(1), s2 = f32x4.splat(2), s3 = f32x4.splat(3), s4 = f32x4.splat(4)
  let s5 = f32x4.splat(5), s6 = f32x4.splat(6), s7 = f32x4.splat(7), s8 = f32x4.splat(8), s9 = f32x4.splat(9)
  for (let turn = 0; turn < 4 * turns; turn++) {
    s0 = addProduct<f32>(s0, x, y); s1 = addProduct<f32>(s1, x, y); s2 = addProduct<f32>(s2, x, y); s3 = addProduct<f32>(s3, x, y)
    s4 = addProduct<f32>(s4, x, y); s5 = addProduct<f32>(s5, x, y); s6 = addProduct<f32>(s6, x, y); s7 = addProduct<f32>(s7, x, y)
    s8 = addProduct<f32>(s8, x, y); s9 = addProduct<f32>(s9, x, y)
  }
  s0 = f32x4.add(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)), f32x4.add(f32x4.add(s4, s5), f32x4.add(s6, s7)))
  return f32x4.extract_lane(f32x4.add(s0, f32x4.add(s8, s9)), 0)
}

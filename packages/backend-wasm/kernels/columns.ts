import { lanesOf, storePart } from './vector'

/** z = z + b in each column. b: n, z: n × m. */
@inline function addColumn<T>(n: i32, m: i32, b: usize, z: usize, ldz: i32): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j += lanesOf<T>()) {
      const at = <usize>j * sizeof<T>()
      storePart<T>(z + at, v128.add<T>(v128.load(z + at), v128.load(b + at)), n - j)
    }
    z += <usize>ldz * sizeof<T>()
  }
}

/** out = scale · (a₁ + a₂ + … + a_m), column after column. a: n × m, out: n. */
@inline function rowSums<T>(n: i32, m: i32, scale: T, a: usize, lda: i32, out: usize): void {
  const stride = <usize>lda * sizeof<T>()
  const factor = v128.splat<T>(scale)
  for (let j = 0; j < n; j += lanesOf<T>()) {
    let sum = i32x4.splat(0)
    let from = a + <usize>j * sizeof<T>()
    for (let i = 0; i < m; i++) {
      sum = v128.add<T>(sum, v128.load(from))
      from += stride
    }
    storePart<T>(out + <usize>j * sizeof<T>(), v128.mul<T>(factor, sum), n - j)
  }
}

/** to = scale · bytes, each. */
@inline function convert<T>(count: i32, scale: T, bytes: usize, to: usize): void {
  const factor = v128.splat<T>(scale)
  let i = 0
  if (sizeof<T>() == 4) {
    for (; i + 16 <= count; i += 16) {
      const x = v128.load(bytes + i)
      const low = i16x8.extend_low_i8x16_u(x), high = i16x8.extend_high_i8x16_u(x)
      const at = to + (<usize>i << 2)
      v128.store(at, f32x4.mul(factor, f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(low))))
      v128.store(at, f32x4.mul(factor, f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(low))), 16)
      v128.store(at, f32x4.mul(factor, f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(high))), 32)
      v128.store(at, f32x4.mul(factor, f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(high))), 48)
    }
  }
  for (; i < count; i++) store<T>(to + <usize>i * sizeof<T>(), scale * <T>load<u8>(bytes + i))
}

export function addColumn_f32(n: i32, m: i32, b: usize, z: usize, ldz: i32): void { addColumn<f32>(n, m, b, z, ldz) }
export function addColumn_f64(n: i32, m: i32, b: usize, z: usize, ldz: i32): void { addColumn<f64>(n, m, b, z, ldz) }
export function rowSums_f32(n: i32, m: i32, scale: f32, a: usize, lda: i32, out: usize): void { rowSums<f32>(n, m, scale, a, lda, out) }
export function rowSums_f64(n: i32, m: i32, scale: f64, a: usize, lda: i32, out: usize): void { rowSums<f64>(n, m, scale, a, lda, out) }
export function convert_f32(count: i32, scale: f32, bytes: usize, to: usize): void { convert<f32>(count, scale, bytes, to) }
export function convert_f64(count: i32, scale: f64, bytes: usize, to: usize): void { convert<f64>(count, scale, bytes, to) }

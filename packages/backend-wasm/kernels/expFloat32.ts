// The constants of e^x for x ≤ 0 in float32 throughout, subnormal results included: see slopeRun.

@inline export const ONE_32 = memory.data<f32>([1, 1, 1, 1], 16)
@inline export const TWO_32 = memory.data<f32>([2, 2, 2, 2], 16)
@inline export const FOUR_32 = memory.data<f32>([4, 4, 4, 4], 16)
@inline export const INVERSE_LN2 = memory.data<f32>([1.4426950408889634, 1.4426950408889634, 1.4426950408889634, 1.4426950408889634], 16)
/** ln 2 but for LN2_LOW, in 9 bits, so that k times it is exact. */
@inline export const LN2_HIGH = memory.data<f32>([0.693359375, 0.693359375, 0.693359375, 0.693359375], 16)
@inline export const LN2_LOW = memory.data<f32>([-2.12194440e-4, -2.12194440e-4, -2.12194440e-4, -2.12194440e-4], 16)
/** 1.5 · 2²³ + 127 + 64: a number plus it has, in its lowest bits, the exponent of a power of two, 2⁶⁴ times too large: a subnormal one has none. */
@inline export const BIASED = memory.data<f32>([12583103, 12583103, 12583103, 12583103], 16)
/** From here down eˣ is 0 in float32. */
@inline export const FROM = memory.data<f32>([-104, -104, -104, -104], 16)
@inline export const TO_SIZE = memory.data<f32>([5.421010862427522e-20, 5.421010862427522e-20, 5.421010862427522e-20, 5.421010862427522e-20], 16)

// Minimax for eʳ to 2⁻²⁸ (Remez exchange), lowest power of (eʳ − 1 − r) / r² first.
@inline export const P0 = memory.data<f32>([0.49999993447885543, 0.49999993447885543, 0.49999993447885543, 0.49999993447885543], 16)
@inline export const P1 = memory.data<f32>([0.16666520631778625, 0.16666520631778625, 0.16666520631778625, 0.16666520631778625], 16)
@inline export const P2 = memory.data<f32>([0.041668388028815236, 0.041668388028815236, 0.041668388028815236, 0.041668388028815236], 16)
@inline export const P3 = memory.data<f32>([0.008368716862509092, 0.008368716862509092, 0.008368716862509092, 0.008368716862509092], 16)
@inline export const P4 = memory.data<f32>([0.0013814599345020537, 0.0013814599345020537, 0.0013814599345020537, 0.0013814599345020537], 16)

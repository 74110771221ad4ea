/** 1 / ln 2. Shapes: scalar. */
export const INVERSE_LN2 = 1.4426950408889634

/** ln 2 but for LN2_LOW, in 33 bits, so that k times it is exact for every exponent k. Shapes: scalar. */
export const LN2_HIGH = 0.6931471804855391

/** ln 2 − LN2_HIGH. Shapes: scalar. */
export const LN2_LOW = 7.440617110012397e-11

/** Data without behaviour: what JSON can say, every double, and arrays of floats. */
export type Plain = null | boolean | number | string | Float32Array | Float64Array | readonly Plain[] | { readonly [key: string]: Plain | undefined }

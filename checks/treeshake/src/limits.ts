const KB = 1000

// `linear` has no formula: past this limit the machinery of a plugin has grown. gelu carries erf in both tails. Every other one has
// room for exp, expm1 or log from + − × ÷ √ and for its complex form, and not for a second plugin.
const exceptions: Readonly<Record<string, number>> = { linear: 1023, gelu: 3.5 * KB }
const usual = 2.5 * KB

/** The most bytes that a built-in, imported alone, may have in a minified bundle. */
export function limitOf(name: string): number {
  return exceptions[name] ?? usual
}

/** The most bytes of a bundle of `wasm` of backend-wasm alone, minified, as gzip sends them. */
export const wasmLimit: number = 40 * KB

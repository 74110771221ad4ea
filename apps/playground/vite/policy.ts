import type { Plugin } from 'vite'

/** What the page may do: load what lies beside it and compile WebAssembly; nothing from elsewhere, nothing inline, no code made of text. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "object-src 'none'",
  "base-uri 'none'",
  'trusted-types nabla',
  "require-trusted-types-for 'script'",
].join('; ')

/** Writes the policy into the built page. While developing, Vite puts styles into the page itself, which the policy forbids. */
export function policy(): Plugin {
  return {
    name: 'policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' }],
  }
}

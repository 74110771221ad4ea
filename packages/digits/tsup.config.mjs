import { defineConfig } from 'tsup'
import shared from '../../tsup.config.ts'

// CommonJS has no import.meta.url; in Node the file's own path says the same, elsewhere `digits({ url })` has to.
export default defineConfig({
  ...shared,
  banner: ({ format }) =>
    format === 'cjs'
      ? { js: "var importMetaUrl = globalThis.process?.getBuiltinModule?.('node:url')?.pathToFileURL?.(__filename).href;" }
      : {},
  esbuildOptions(options, { format }) {
    if (format === 'cjs') options.define = { ...options.define, 'import.meta.url': 'importMetaUrl' }
  },
})

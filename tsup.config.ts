import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

interface Manifest {
  exports: Record<string, string | Record<string, unknown>>
}

// Every entry of a package's `exports` is built from the source that it names itself.
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const entry = Object.values(exports).flatMap((target) =>
  typeof target === 'object' && typeof target['@nablajs/source'] === 'string' ? [target['@nablajs/source']] : [],
)

export default defineConfig({
  entry,
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  sourcemap: true,
  target: 'es2022',
  platform: 'neutral',
  external: [/^node:/],
  noExternal: ['pure-rand', 'pbf'],
  treeshake: true,
})

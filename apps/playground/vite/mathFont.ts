import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { mathCharacters } from './mathCharacters.js'

const whole = createRequire(import.meta.url).resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2')
const folder = new URL('../.generated/', import.meta.url)
const part = fileURLToPath(new URL('math.woff2', folder))
const NAME = 'virtual:math-font.css'

/**
 * `import 'virtual:math-font.css'`: a font for formulas, of the characters that they have. Without one that knows how mathematics is laid
 * out, which systems have no need to have, indices fly and sums shrink.
 */
export function mathFont(): Plugin {
  return {
    name: 'math-font',
    async buildStart() {
      mkdirSync(folder, { recursive: true })
      writeFileSync(part, await subsetFont(readFileSync(whole), mathCharacters, { targetFormat: 'woff2' }))
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}` ? `@font-face { font-family: 'STIX Two Math'; src: local('STIX Two Math'), url('${part}') format('woff2'); font-display: swap }` : undefined,
  }
}

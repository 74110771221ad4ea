import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const isPackage = basename(dirname(process.cwd())) === 'packages'

// No package needs eval or new Function, which pages with a strict policy forbid: the tests of packages, their threads, and what they start run without.
const NO_CODE_FROM_TEXT = '--disallow-code-generation-from-strings'
const withoutCodeFromText = {
  execArgv: [NO_CODE_FROM_TEXT],
  env: { NODE_OPTIONS: NO_CODE_FROM_TEXT },
  setupFiles: [fileURLToPath(new URL('scripts/noCodeFromText.mjs', import.meta.url))],
}

// Tests run on the sources of the whole workspace: no build comes first, and coverage counts lines that a reader sees.
export default defineConfig({
  resolve: { conditions: ['@nablajs/source'] },
  ssr: { resolve: { conditions: ['@nablajs/source'], externalConditions: ['@nablajs/source'] } },
  test: {
    ...(isPackage && withoutCodeFromText),
    include: ['src/**/*.test.ts'],
    allowOnly: false,
    passWithNoTests: false,
    testTimeout: 0,
    hookTimeout: 0,
    server: { deps: { inline: [/@nablajs\//, /^nabla$/] } },
    reporters: ['default', ['json', { outputFile: '.reports/tests.json' }]],
    coverage: {
      enabled: isPackage && process.env['COVERAGE'] !== 'off',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/**/index.ts'],
      reporter: ['text', 'json-summary'],
      reportsDirectory: '.reports/coverage',
      thresholds: { statements: 95, branches: 90, functions: 95, lines: 95 },
    },
  },
})

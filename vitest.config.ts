import { basename, dirname } from 'node:path'
import { defineConfig } from 'vitest/config'

const isPackage = basename(dirname(process.cwd())) === 'packages'

// Tests run on the sources of the whole workspace: no build comes first, and coverage counts lines that a reader sees.
export default defineConfig({
  resolve: { conditions: ['@nablajs/source'] },
  ssr: { resolve: { conditions: ['@nablajs/source'], externalConditions: ['@nablajs/source'] } },
  test: {
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

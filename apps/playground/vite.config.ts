import { defineConfig } from 'vite'
import { formulas } from './vite/formulas.js'
import { mathFont } from './vite/mathFont.js'
import { offline } from './vite/offline.js'
import { policy } from './vite/policy.js'

// The packages are built into the page from their sources. Every address is relative: the folder works wherever it is put.
export default defineConfig({
  base: './',
  resolve: { conditions: ['@nablajs/source', 'module', 'browser', 'development|production'] },
  plugins: [formulas(), mathFont(), policy(), offline()],
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  worker: { format: 'es' },
})

// pnpm check treeshake: minified bytes of each built-in imported alone, by bundler; exits 1 when one is too large or brings another.
import { backendsIn } from './backendsIn.js'
import { builtIns } from './builtIns.js'
import { limitOf, wasmLimit } from './limits.js'
import { install, measure } from './measure.js'

const installed = install()
let failed = 0
try {
  const all = builtIns(installed.folder)
  for (const [i, builtIn] of all.entries()) {
    const measurements = await measure(installed, builtIn, all)
    if (i === 0) console.log(line('bytes, minified', [...measurements.map(({ bundler }) => bundler), 'limit']))
    const limit = limitOf(builtIn.name)
    const wrong = measurements.filter(({ bytes, others }) => bytes > limit || others.length > 0)
    failed += wrong.length
    const brought = wrong.flatMap(({ bundler, others }) => (others.length > 0 ? [`${bundler} brings ${others.join(', ')}`] : []))
    console.log(line(builtIn.name, [...measurements.map(({ bytes }) => bytes), limit]), wrong.length > 0 ? `FAIL ${brought.join('; ')}` : '')
  }
  const wasm = await backendsIn(installed, 'wasm', '@nablajs/backend-wasm')
  failed += wasm.filter(({ gzip }) => gzip > wasmLimit).length
  console.log(line('wasm, gzip', [...wasm.map(({ gzip }) => gzip), wasmLimit]))
  console.log(`treeshake: ${all.length} built-ins, ${failed} bundles too large or with another built-in`)
} finally {
  installed.remove()
}
process.exitCode = failed === 0 ? 0 : 1

function line(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(16) + cells.map((cell) => String(cell).padStart(9)).join('')
}

// node scripts/compile.mjs: compiles kernels/ to src/modules/: the products twice, exact.ts (plain SIMD) and fast.ts (relaxed SIMD with
// fused multiply-add), and columnwise.ts, which has the same bits in both modes. Each holds a module's bytes, deflated, as text.
// Does nothing where all are there and made from these sources.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'

const folder = dirname(dirname(fileURLToPath(import.meta.url)))
const kernels = join(folder, 'kernels')
const out = join(folder, 'src', 'modules')
const SIMD = ['--enable', 'simd']
// Both modules are linked to one memory: their tables lie apart, below the first 64 KiB.
const BUILDS = {
  exact: ['products.ts', ...SIMD, '--memoryBase', '1024'],
  fast: ['products.ts', ...SIMD, '--enable', 'relaxed-simd', '--memoryBase', '1024'],
  columnwise: ['columnwise.ts', ...SIMD, '--memoryBase', '8192'],
}
// A memory has at most 65,536 pages; with a maximum declared, one byte of the module says whether it is shared.
const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--importMemory', '--maximumMemory', '65536', '--disableWarning']

const sources = readdirSync(kernels).filter((file) => file.endsWith('.ts')).sort()
const stamp = createHash('sha256')
for (const file of [import.meta.filename, ...sources.map((name) => join(kernels, name))]) stamp.update(readFileSync(file))
const made = `// Made by scripts/compile.mjs from kernels/, ${stamp.digest('hex')}`
const files = Object.keys(BUILDS).map((build) => join(out, `${build}.ts`))
if (files.every((file) => existsSync(file) && readFileSync(file, 'utf8').startsWith(made))) process.exit(0)

const { default: asc } = await import('assemblyscript/asc')
mkdirSync(out, { recursive: true })
for (const [build, [entry, ...features]] of Object.entries(BUILDS)) {
  const binary = join(out, `${build}.wasm`)
  const { error, stderr } = await asc.main([join(kernels, entry), '-o', binary, '--baseDir', '/', ...OPTIONS, ...features])
  if (error) {
    console.error(stderr.toString())
    throw error
  }
  const bytes = readFileSync(binary)
  rmSync(binary)
  writeFileSync(join(out, `${build}.ts`), `${made}\n\n/** ${entry}, ${build}: deflated, as base64. */\nexport const ${build}: string =\n  '${deflateRawSync(bytes, { level: 9 }).toString('base64')}'\n`)
  console.log(`${build}: ${bytes.length.toLocaleString('en')} bytes, ${deflateRawSync(bytes, { level: 9 }).length.toLocaleString('en')} deflated`)
}

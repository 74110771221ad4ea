import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** Bytes that a browser loads for a module with these lines: bundled, minified, and after gzip. */
export async function bundleSize(lines: string, folder: string): Promise<{ minified: number; gzip: number }> {
  const { outputFiles } = await build({
    stdin: { contents: lines, resolveDir: folder, sourcefile: 'entry.js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    external: ['node:*', 'gpu.js', 'koffi'],
  })
  const text = outputFiles[0].contents
  return { minified: text.length, gzip: gzipSync(text, { level: 9 }).length }
}

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import nodeResolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import { build } from 'esbuild'
import { rollup } from 'rollup'
import webpack from 'webpack'

/** Bundles the module `entry.js` of a folder as an application does, minified; returns the code. */
export type Bundle = (folder: string) => Promise<string>

async function esbuild(folder: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'entry.js')],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles.map(({ text }) => text).join('')
}

async function rollupAndTerser(folder: string): Promise<string> {
  const bundle = await rollup({ input: join(folder, 'entry.js'), plugins: [nodeResolve()] })
  const { output } = await bundle.generate({ format: 'es', plugins: [terser({ module: true })] })
  await bundle.close()
  return output.map((file) => ('code' in file ? file.code : '')).join('')
}

async function webpackForProduction(folder: string): Promise<string> {
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: './entry.js',
    output: { path: join(folder, 'webpack') },
    performance: false,
  })
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) reject(error)
        else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')))
        else resolve()
      })
    })
  })
  return readFileSync(join(folder, 'webpack', 'main.js'), 'utf8')
}

/** The bundlers by name. */
export const bundlers: Readonly<Record<string, Bundle>> = { esbuild, Rollup: rollupAndTerser, webpack: webpackForProduction }

/** Writes the smallest application that uses one export of a package. */
export function writeEntry(folder: string, name: string, from: string): void {
  writeFileSync(join(folder, 'entry.js'), `import { ${name} } from '${from}'\nglobalThis.used = ${name}\n`)
}

import { copyFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Project } from './project.js'
import { run } from './run.js'

const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '..', 'bin', 'tsc')

// As strict as users are, the declarations of libraries checked too.
const strict = { strict: true, skipLibCheck: false, target: 'es2022', lib: ['es2022', 'dom', 'dom.asynciterable'], types: [], rootDir: '.' }
const resolutions = {
  nodenext: { module: 'nodenext', outDir: 'built' },
  bundler: { module: 'esnext', moduleResolution: 'bundler', noEmit: true },
}

/** Writes `source` into the project as `file`. */
export function add({ folder }: Project, source: string, file: string): void {
  copyFileSync(source, join(folder, file))
}

/** Compiles files of a project with `tsc`; throws with what it says where it refuses them. With `nodenext` they are built. */
export async function compile({ folder, env }: Project, resolution: keyof typeof resolutions, files: readonly string[]): Promise<void> {
  const config = `tsconfig.${resolution}.json`
  writeFileSync(join(folder, config), JSON.stringify({ compilerOptions: { ...strict, ...resolutions[resolution] }, files }))
  await run(process.execPath, [tsc, '--project', config, '--pretty', 'false'], { cwd: folder, env })
}

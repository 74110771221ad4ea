import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileFunction } from 'node:vm'
import ts from 'typescript'
import { countedLoops, plainImportMeta } from './transforms.js'

type Exports = Record<string, unknown>
type Body = (exports: Exports, require: (wanted: string) => unknown, importMeta: { url: string }, countStep: () => void) => void

/** What stands in the place of a file's own text while a mutant is tried. */
export interface Changed {
  readonly file: string
  readonly text: string
  /** Called at each turn of each loop of the file. */
  readonly countStep: () => void
}

/**
 * Runs the workspace's sources with one file changed, without touching the file: TypeScript is compiled in memory, each file
 * once, and every `load` evaluates all modules anew, so that no mutant leaves anything behind for the next.
 */
export class Workshop {
  private readonly bodies = new Map<string, Body>()
  private readonly packages: ReadonlyMap<string, string>
  private readonly provided: Readonly<Record<string, object>>

  /** `provided`: modules that are given as they are, by name. */
  constructor(root: string, provided: Readonly<Record<string, object>>) {
    this.provided = provided
    this.packages = sourcesOfPackages(root)
  }

  /** The exports of each of the given files; modules that they share are evaluated once. */
  load(files: readonly string[], changed?: Changed): Exports[] {
    const modules = new Map<string, Exports>()
    const bodyOfChanged = changed && compile(changed.file, changed.text, true)
    const importFile = (file: string): Exports => {
      const known = modules.get(file)
      if (known) return known
      const exports: Exports = {}
      modules.set(file, exports)
      if (file.endsWith('.json')) {
        Object.assign(exports, { __esModule: true, default: JSON.parse(readFileSync(file, 'utf8')) as unknown })
        return exports
      }
      const body = changed && bodyOfChanged && file === changed.file ? bodyOfChanged : this.bodyOf(file)
      body(exports, (wanted) => this.find(wanted, file, importFile), { url: pathToFileURL(file).href }, changed?.countStep ?? idle)
      return exports
    }
    return files.map(importFile)
  }

  private find(wanted: string, from: string, importFile: (file: string) => Exports): unknown {
    const provided = this.provided[wanted]
    if (provided) return provided
    if (wanted.startsWith('.')) return importFile(sourceOf(resolve(dirname(from), wanted)))
    const inWorkspace = this.packages.get(wanted)
    return inWorkspace === undefined ? createRequire(from)(wanted) : importFile(inWorkspace)
  }

  private bodyOf(file: string): Body {
    const known = this.bodies.get(file)
    if (known) return known
    const body = compile(file, readFileSync(file, 'utf8'), false)
    this.bodies.set(file, body)
    return body
  }
}

const idle = () => undefined

function sourceOf(path: string): string {
  const typed = path.replace(/\.js$/, '.ts')
  return existsSync(typed) ? typed : path
}

function compile(file: string, text: string, counted: boolean): Body {
  const { outputText } = ts.transpileModule(text, {
    fileName: file,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true, isolatedModules: true },
    transformers: { before: counted ? [plainImportMeta, countedLoops] : [plainImportMeta] },
  })
  return compileFunction(outputText, ['exports', 'require', 'importMeta', 'countStep'], { filename: file }) as Body
}

/** Every entry of every package of the workspace, to the source that the package names itself. */
function sourcesOfPackages(root: string): Map<string, string> {
  const entries = new Map<string, string>()
  for (const folder of readdirSync(join(root, 'packages'))) {
    const manifest = join(root, 'packages', folder, 'package.json')
    if (!existsSync(manifest)) continue
    const { name, exports = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as { name: string; exports?: Record<string, Record<string, unknown>> }
    for (const [entry, target] of Object.entries(exports)) {
      const source = target['@nablajs/source']
      if (typeof source === 'string') entries.set(join(name, entry).replaceAll('\\', '/'), join(root, 'packages', folder, source))
    }
  }
  return entries
}

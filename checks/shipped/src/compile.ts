import { basename, dirname } from 'node:path'
import ts from 'typescript'

/** How a project of a user resolves what it imports. */
export const resolutions = {
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
} satisfies Record<string, ts.CompilerOptions>

/** Strict as users are, with the libraries' own declarations checked too. */
const strict: ts.CompilerOptions = {
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
}

/** What the compiler refuses in a file: `file:line TScode`, with the message. */
export interface Refusal {
  at: string
  message: string
}

/** Compiles files as a strict project of a user; returns all that is refused, in the files or in declarations. */
export function compile(files: readonly string[], options: ts.CompilerOptions): Refusal[] {
  const program = ts.createProgram(files, { ...strict, ...options })
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, code, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, '\n')
    if (!file) return { at: `TS${code}`, message }
    const { line } = file.getLineAndCharacterOfPosition(start)
    return { at: `${basename(dirname(file.fileName))}/${basename(file.fileName)}:${line + 1} TS${code}`, message }
  })
}

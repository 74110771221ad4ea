import ts from 'typescript'
import type { Page } from './page.js'
import { runnable, writeBlocks } from './runBlocks.js'

/** What an outsider's strict project says: no option that is ours alone. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.asynciterable.d.ts'],
  types: ['node'],
  strict: true,
  allowJs: true,
  noEmit: true,
  skipLibCheck: true,
}

/** Type-checks every block in one program, against the types that are shipped. */
export function typeProblems(pages: readonly Page[], folder: string): string[] {
  const blocks = runnable(pages)
  const files = writeBlocks(folder, blocks, ({ code }) => code)
  const program = ts.createProgram(files, OPTIONS)
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const block = blocks[files.findIndex((name) => file && ts.sys.resolvePath(name) === ts.sys.resolvePath(file.fileName))]
    const text = ts.flattenDiagnosticMessageText(messageText, '\n  ')
    if (!block || !file || start === undefined) return text
    return `${block.page}:${block.line + file.getLineAndCharacterOfPosition(start).line}: ${text}`
  })
}

import { join } from 'node:path'
import ts from 'typescript'
import { root } from './root.js'

/** The program that holds the given files with their types, the workspace's packages read from their sources. */
export function programOf(files: readonly string[]): ts.Program {
  const config = join(root, 'tsconfig.base.json')
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config, ts.sys, root)
  return ts.createProgram({
    rootNames: files.map((file) => join(root, file)),
    options: { ...options, customConditions: ['@nablajs/source'], isolatedDeclarations: false, declaration: false },
  })
}

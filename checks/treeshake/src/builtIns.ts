import { execFileSync } from 'node:child_process'

/** A built-in plugin of a package. */
export interface BuiltIn {
  /** The package that exports it. */
  from: string
  /** Its export, which is also its name. */
  name: string
  /** The names of plugins that it must know: those with which a cost says that it pairs. */
  knows: readonly string[]
}

// A built-in is an object with the form of an activation or of a cost. Asked in a process of its own, as an application would be.
const ask = `
const exported = await Promise.all(['@nablajs/activations', '@nablajs/costs'].map(async (from) => [from, await import(from)]))
const isPlugin = (value) => typeof value === 'object' && 'name' in value && ('apply' in value || 'value' in value)
console.log(JSON.stringify(exported.flatMap(([from, names]) =>
  Object.entries(names).flatMap(([name, value]) =>
    isPlugin(value) ? [{ from, name, knows: Object.keys(value.pairings ?? {}) }] : []))))`

/** Every built-in that the packages installed in `folder` export. */
export function builtIns(folder: string): BuiltIn[] {
  const listed = execFileSync(process.execPath, ['--input-type=module', '--eval', ask], { cwd: folder, encoding: 'utf8' })
  return JSON.parse(listed) as BuiltIn[]
}

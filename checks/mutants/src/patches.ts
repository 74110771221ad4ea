import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyPatch, readPatch, type Patch } from './patch.js'
import { root } from './root.js'

const folder = join(root, 'checks/mutants/patches')

/** Every patch of the folder, with the text that it makes. Throws for one that no longer applies, or that names no test. */
export function patches(): { readonly patch: Patch; readonly text: string }[] {
  return readdirSync(folder).sort().map((name) => {
    const patch = readPatch(name, readFileSync(join(folder, name), 'utf8'))
    for (const test of patch.red) if (!existsSync(join(root, test))) throw new Error(`${name}: there is no ${test}`)
    return { patch, text: applyPatch(patch, readFileSync(join(root, patch.file), 'utf8')) }
  })
}

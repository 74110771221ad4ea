import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** What `node scripts/equations.mjs` finds wrong: an equation without a home, with two, or a table out of date. */
export function equationProblems(root: string): string[] {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'equations.mjs')], { encoding: 'utf8' })
  return status === 0 ? [] : stderr.trim().split('\n')
}

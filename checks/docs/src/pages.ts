import { existsSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { readPage, type Page } from './page.js'

/** Every document of the workspace: the READMEs, ARCHITECTURE.md, CONTRIBUTING.md and what lies under docs/. */
export function pages(root: string): Page[] {
  const readmes = ['packages', 'apps'].flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}/README.md`))
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file.split(sep).join('/')}`)
  const files = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...docs.sort(), ...readmes]
  return files.filter((file) => existsSync(join(root, file))).map((file) => readPage(root, file))
}

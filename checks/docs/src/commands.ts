import type { Block, Page } from './page.js'
import type { Workspace } from './workspace.js'

/** Words of pnpm and npm that are not scripts. */
const BUILT_IN = ['install', 'changeset']

/** Commands in `sh` blocks that name a script, package, check or tool that is not there. */
export function commandProblems(workspace: Workspace, pages: readonly Page[]): string[] {
  return pages.flatMap(({ blocks }) =>
    blocks.filter(({ language }) => language === 'sh').flatMap((block) => linesOf(block).flatMap((command) => problemOf(workspace, command))),
  )
}

interface Command {
  /** Where it stands. */
  readonly at: string
  readonly words: readonly string[]
}

function linesOf({ page, line, code }: Block): Command[] {
  return code.split('\n').flatMap((text, i) =>
    text
      .replace(/(^|\s)#.*$/, '')
      .split('&&')
      .map((part) => part.trim().split(/\s+/).filter((word) => word !== '' && !/^[A-Z_]+=/.test(word)))
      .filter((words) => words.length > 0)
      .map((words) => ({ at: `${page}:${line + i}: ${words.join(' ')}`, words })),
  )
}

function problemOf(workspace: Workspace, { at, words }: Command): string[] {
  const [tool = '', ...rest] = words
  const problem = tools[tool]?.(workspace, rest)
  if (tools[tool] === undefined) return [`${at}: nothing here knows the command ${tool}`]
  return problem === undefined ? [] : [`${at}: ${problem}`]
}

type Rule = (workspace: Workspace, words: readonly string[]) => string | undefined

const tools: Readonly<Record<string, Rule | undefined>> = {
  npm(workspace, [word = '', ...names]) {
    if (word === 'install') return installs(workspace, names)
    return script(workspace, workspace.scripts, word === 'run' ? (names[0] ?? '') : word)
  },
  pnpm,
  npx(workspace, [tool = '', ...rest]) {
    if (tool === workspace.packageManager) return pnpm(workspace, rest)
    return workspace.tools.has(tool) ? undefined : `no tool ${tool} is installed`
  },
  corepack: (_workspace, [word]) => (word === 'enable' ? undefined : 'only corepack enable is meant'),
  git: () => undefined,
  cd: (workspace, [folder = '']) => (workspace.folders.has(folder) ? undefined : `there is no folder ${folder}`),
}

function pnpm(workspace: Workspace, words: readonly string[]): string | undefined {
  const [word = '', ...rest] = words
  if (word === '--filter') return filtered(workspace, rest)
  if (word === 'exec') return workspace.tools.has(rest[0] ?? '') ? undefined : `no tool ${rest[0] ?? ''} is installed`
  if (word === 'check' && rest[0] !== undefined && !workspace.checks.has(rest[0])) return `there is no check ${rest[0]}`
  return BUILT_IN.includes(word) ? undefined : script(workspace, workspace.scripts, word)
}

function filtered(workspace: Workspace, [name = '', ...rest]: readonly string[]): string | undefined {
  const scripts = workspace.packages.get(name)
  if (!scripts) return `there is no package ${name}`
  return rest[0] === 'exec' ? pnpm(workspace, rest) : script(workspace, scripts, rest[0] ?? '')
}

function script(_workspace: Workspace, scripts: ReadonlySet<string>, name: string): string | undefined {
  return scripts.has(name) ? undefined : `there is no script ${name}`
}

function installs({ packages, catalog }: Workspace, names: readonly string[]): string | undefined {
  const unknown = names.filter((name) => !name.startsWith('-') && !packages.has(name) && !catalog.has(name))
  return unknown.length === 0 ? undefined : `${unknown.join(', ')} is neither a package of the workspace nor one it uses`
}

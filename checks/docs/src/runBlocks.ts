import { fork } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expectationsOf, isExpected } from './expectations.js'
import type { Block, Page } from './page.js'
import type { Shown } from './show.js'

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const show = fileURLToPath(new URL('./show.ts', import.meta.url))

/** What running every block of every page came to. */
export interface BlocksRun {
  readonly blocks: number
  /** How many `console.log` were compared with the comment behind them. */
  readonly compared: number
  readonly problems: string[]
}

/** The blocks that run. */
export function runnable(pages: readonly Page[]): Block[] {
  return pages.flatMap(({ blocks }) => blocks.filter(({ language }) => language === 'ts' || language === 'js'))
}

/** Writes blocks as modules into a folder that sees the workspace's packages. Returns the path of each. */
export function writeBlocks(folder: string, blocks: readonly Block[], codeOf: (block: Block) => string): string[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return blocks.map((block) => {
    const file = join(folder, `${block.page.replaceAll('/', '-')}-${block.line}.m${block.language}`)
    writeFileSync(file, codeOf(block))
    return file
  })
}

/** Runs every block as a module of its own, on the sources of the workspace, and compares what it prints with its comments. */
export async function runBlocks(pages: readonly Page[], folder: string): Promise<BlocksRun> {
  const blocks = runnable(pages)
  const told = blocks.map(({ code }) => expectationsOf(code))
  const files = writeBlocks(folder, blocks, (block) => told[blocks.indexOf(block)]?.code ?? '')
  const results = await showAll(files)
  const problems = blocks.flatMap((block, i) => {
    const { page, line } = block
    const shown = results.find(({ file }) => file === files[i])
    if (shown?.error !== undefined) return [`${page}:${line}: the block throws ${shown.error.split('\n').slice(0, 3).join('\n  ')}`]
    return (told[i]?.expectations ?? []).flatMap(({ line: at, expected }) => {
      const printed = shown?.printed[at] ?? []
      if (isExpected(expected, printed)) return []
      return [`${page}:${line + at - 1}: expected ${JSON.stringify(expected)}, printed ${JSON.stringify(printed)}`]
    })
  })
  return { blocks: blocks.length, compared: told.reduce((sum, { expectations }) => sum + expectations.length, 0), problems }
}

function showAll(files: readonly string[]): Promise<Shown[]> {
  return new Promise((resolve, reject) => {
    const child = fork(show, files, { execArgv: ['--import', tsx, '--conditions=@nablajs/source'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    let results: Shown[] = []
    child.on('message', (message) => {
      results = message as Shown[]
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve(results)
      else reject(new Error(`the blocks ended their process with ${code}`))
    })
  })
}

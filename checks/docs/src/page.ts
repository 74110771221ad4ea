import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lexer, walkTokens, type Token, type Tokens } from 'marked'

/** A code block of a page. */
export interface Block {
  readonly page: string
  /** The line of its first line of code, from 1. */
  readonly line: number
  /** What stands behind the fence: `ts`, `sh`, …; empty where nothing does. */
  readonly language: string
  readonly code: string
}

/** A link or an image. */
export interface Link {
  readonly line: number
  readonly href: string
}

/** A document, with what can be checked in it. */
export interface Page {
  /** Its path from the root, with `/`. */
  readonly file: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  /** What a link behind `#` may name: the headings as GitHub writes them. */
  readonly anchors: ReadonlySet<string>
  /** Every table, as rows of cells, the first row its head. */
  readonly tables: readonly (readonly (readonly string[])[])[]
}

/** Reads a document of the workspace. */
export function readPage(root: string, file: string): Page {
  return parsePage(file, readFileSync(join(root, file), 'utf8'))
}

/** Takes a document apart. */
export function parsePage(file: string, text: string): Page {
  const blocks: Block[] = []
  const links: Link[] = []
  const headings: string[] = []
  const tables: string[][][] = []
  let before = 1
  for (const token of lexer(text)) {
    // Where a token inside of this one stands: at the first line of it that begins as the token does.
    const lineOf = ({ raw }: Token) => before + newlines(token.raw.slice(0, Math.max(0, token.raw.indexOf(raw.split('\n')[0] ?? ''))))
    void walkTokens([token], (inner) => {
      if (isCode(inner)) blocks.push({ page: file, line: lineOf(inner) + 1, language: inner.lang ?? '', code: inner.text })
      else if (isLink(inner)) links.push({ line: lineOf(inner), href: inner.href })
      else if (isHeading(inner)) headings.push(inner.text)
      else if (isTable(inner)) tables.push([inner.header, ...inner.rows].map((row) => row.map((cell) => cell.text)))
    })
    before += newlines(token.raw)
  }
  return { file, text, blocks, links, anchors: anchorsOf(headings), tables }
}

function anchorsOf(headings: readonly string[]): Set<string> {
  const anchors = new Set<string>()
  for (const heading of headings) {
    const slug = heading.toLowerCase().replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '').replaceAll(' ', '-')
    let anchor = slug
    for (let i = 1; anchors.has(anchor); i++) anchor = `${slug}-${i}`
    anchors.add(anchor)
  }
  return anchors
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}

function isCode(token: Token): token is Tokens.Code {
  return token.type === 'code'
}

function isLink(token: Token): token is Tokens.Link | Tokens.Image {
  return token.type === 'link' || token.type === 'image'
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading'
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table'
}

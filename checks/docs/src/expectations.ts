import ts from 'typescript'

/** What a `console.log` is expected to print. */
export interface Expectation {
  /** Its line in the block, from 1. */
  readonly line: number
  /** The comment behind it, and the lines of comment directly under it. */
  readonly expected: readonly string[]
}

/** A block made to tell what each of its `console.log` with a comment prints. */
export interface Told {
  readonly code: string
  readonly expectations: readonly Expectation[]
}

/** Replaces `console.log` by `shown(line)` where a comment says what it prints; every line keeps its number. */
export function expectationsOf(code: string): Told {
  const source = ts.createSourceFile('block.ts', code, ts.ScriptTarget.Latest, true)
  const lines = code.split('\n')
  const expectations: Expectation[] = []
  let told = code
  const calls: ts.CallExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'console.log') calls.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  // From the last to the first, so that places in front stay where they are.
  for (const call of calls.reverse()) {
    const { line: last, character } = source.getLineAndCharacterOfPosition(call.end)
    const comment = /^[\s;,)}]*\/\/(.*)$/.exec((lines[last] ?? '').slice(character))?.[1]
    if (comment === undefined) continue
    const expected = [comment, ...commentsFrom(lines, last + 1)].map((text) => text.replace(/^ /, '').trimEnd())
    expectations.unshift({ line: last + 1, expected })
    const { expression } = call
    told = `${told.slice(0, expression.getStart())}shown(${last + 1})${told.slice(expression.end)}`
  }
  return { code: told, expectations }
}

/** Whether what was printed is what was expected; a last line `…` stands for whatever else follows. */
export function isExpected(expected: readonly string[], printed: readonly string[]): boolean {
  const open = expected.length > 1 && expected.at(-1) === '…'
  const exact = open ? expected.slice(0, -1) : expected
  return (open ? printed.length >= exact.length : printed.length === exact.length) && exact.every((line, i) => line === printed[i])
}

function commentsFrom(lines: readonly string[], from: number): string[] {
  const comments: string[] = []
  for (let i = from; i < lines.length; i++) {
    const comment = /^\s*\/\/(.*)$/.exec(lines[i] ?? '')?.[1]
    if (comment === undefined) break
    comments.push(comment)
  }
  return comments
}

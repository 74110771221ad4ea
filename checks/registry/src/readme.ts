import { readFileSync } from 'node:fs'

/** A block of code in a README. */
export interface Example {
  code: string
  /** What it says that it prints, line by line; undefined where it does not say it of every line. */
  prints: string[] | undefined
}

/** The packages that a README tells its reader to install. */
export function packagesToInstall(readme: string): string[] {
  const [, words = ''] = /^npm install (.+)$/m.exec(readFileSync(readme, 'utf8')) ?? []
  return words.split(' ').filter((word) => word !== '' && !word.startsWith('-'))
}

/** The examples of a README. */
export function examples(readme: string): Example[] {
  return [...readFileSync(readme, 'utf8').matchAll(/^```(?:ts|js)\n([^]*?)^```/gm)].map(([, code = '']) => ({ code, prints: printsOf(code) }))
}

// A comment behind `console.log(…)` is what it prints; lines of nothing but a comment right below it go on.
function printsOf(code: string): string[] | undefined {
  const prints: string[] = []
  let goesOn = false
  for (const line of code.split('\n')) {
    const [, comment] = / ?\/\/ (.*)$/.exec(line) ?? []
    if (line.includes('console.log(')) {
      if (comment === undefined) return undefined
      prints.push(comment.trim())
      goesOn = true
    } else if (goesOn && comment !== undefined && line.startsWith('//')) prints.push(comment.trim())
    else goesOn = false
  }
  return prints
}

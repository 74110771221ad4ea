import type { Answer } from './answerTo.js'
import type { Answered } from './answersTo.js'
import type { BadInput } from './badInput.js'

/** The headings, each with the last number below it. */
const PARTS: readonly (readonly [heading: string, last: number])[] = [
  ['Tables', 20],
  ['Images and IDX files', 29],
  ['Calls', 39],
  ['Models', 40],
  ['The machine', 42],
  ['What is written and shown', 44],
]

const HEAD = `# Bad inputs

\`\`\`ts
import { network, quadratic, train, xor } from 'nabla'

const net = await network([2, 4, 1])
try {
  train(net, xor(), { cost: quadratic, epochs: 1, batchSize: 5, learningRate: 3 })
} catch (error) {
  console.log(String(error)) // OptionError: train, batchSize: expected a whole number in 1 … 4, got 5. There are 4 samples; the book uses batches of 10.
}
\`\`\`

What is often given by mistake, and what comes of it. Either it is refused, by an error with a \`code\` whose message says where it is, what was
expected, what came and what to do; or it is decided, and where that is seen stands here. Every line was run: \`pnpm check inputs\` gives each
input and compares this page with what is said; \`pnpm check inputs --write\` writes it.

\`exit 2\` and the like are exit codes of the command \`nabla\`. An option that a message names as \`{ missing: 'mean' }\` is \`--missing mean\` there,
\`{ types: { "x": 'category' } }\` is \`--types x=category\`, and \`{ activations: [mine] }\` is \`--plugin ./mine.js\`.
`

/** The document. What could not be given on this machine keeps the line that it has in `before`. */
export function page(answered: readonly Answered[], before: string): string {
  const old = new Map(before.split('\n').map((line) => [keyOf(line), line]))
  const parts = PARTS.map(([heading, last], i) => {
    const first = (PARTS[i - 1]?.[1] ?? 0) + 1
    const rows = answered
      .filter(({ input: { number } }) => number >= first && number <= last)
      .map(({ input, answer }) => (answer ? rowOf(input, answer) : (old.get(keyOf(rowOf(input, { said: '' }))) ?? rowOf(input, { said: 'not run' }))))
    return ['', `## ${heading}`, '', '| | what is given | what Nabla says or does |', '|---|---|---|', ...rows].join('\n')
  })
  return `${HEAD}${parts.join('\n')}\n`
}

function rowOf(input: BadInput, { refusedBy, said }: Answer): string {
  const { number, given, simulated } = input
  const what = simulated === undefined ? given : `${given} (only simulated: ${simulated})`
  const lines = said.split('\n').filter((line) => line !== '').map(inCode).join('<br>')
  const came = refusedBy === undefined && 'policy' in input ? `${input.policy} ${lines}` : `\`${refusedBy ?? ''}\` ${lines}`
  return `| ${number} | ${inCell(what)} | ${inCell(came)} |`
}

/** Number and input: the first two cells. */
function keyOf(row: string): string {
  return row.split(' | ').slice(0, 2).join(' | ')
}

function inCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|')
}

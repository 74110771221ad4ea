// pnpm equations: writes the table of equations in README.md from the `@equation` tags in docstrings.
// node scripts/equations.mjs: checks them. Either way an equation without a home, or with two, is an error.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the table stands. */
const PAGE = 'README.md'

/** The equations of the chapter, all of which the packages compute, in the order of the table. */
export const built = {
  '(23)': 'aˡⱼ = σ(Σₖ wˡⱼₖ aˡ⁻¹ₖ + bˡⱼ)',
  '(24)': 'f([2, 3]) = [f(2), f(3)]',
  '(25)': 'aˡ = σ(zˡ), zˡ = wˡaˡ⁻¹ + bˡ',
  '(26)': 'C = 1/(2n) Σₓ ‖y(x) − aᴸ(x)‖²',
  '(27)': 'Cₓ = ½‖y − aᴸ‖² = ½ Σⱼ (yⱼ − aᴸⱼ)²',
  '(28)': 's ⊙ t, the Hadamard product: (s ⊙ t)ⱼ = sⱼ tⱼ',
  '(29)': 'δˡⱼ = ∂C/∂zˡⱼ',
  BP1: 'δᴸ = ∇ₐC ⊙ σ′(zᴸ)',
  '(30)': 'δᴸ = (aᴸ − y) ⊙ σ′(zᴸ), quadratic cost',
  BP2: 'δˡ = ((wˡ⁺¹)ᵀ δˡ⁺¹) ⊙ σ′(zˡ)',
  BP3: '∂C/∂bˡⱼ = δˡⱼ',
  '(31)': '∂C/∂b = δ',
  BP4: '∂C/∂wˡⱼₖ = aˡ⁻¹ₖ δˡⱼ',
  '(32)': '∂C/∂w = a_in δ_out',
  '(33)': 'δᴸ = Σ′(zᴸ) ∇ₐC',
  '(34)': 'δˡ = Σ′(zˡ) (wˡ⁺¹)ᵀ δˡ⁺¹',
  '(35)': 'δˡ = Σ′(zˡ)(wˡ⁺¹)ᵀ … Σ′(zᴸ⁻¹)(wᴸ)ᵀ Σ′(zᴸ) ∇ₐC',
  '(36)': 'δᴸⱼ = ∂C/∂zᴸⱼ, where the proof of BP1 begins',
  '(37)': 'δᴸⱼ = Σₖ ∂C/∂aᴸₖ · ∂aᴸₖ/∂zᴸⱼ',
  '(38)': 'δᴸⱼ = ∂C/∂aᴸⱼ · ∂aᴸⱼ/∂zᴸⱼ',
  '(39)': 'δᴸⱼ = ∂C/∂aᴸⱼ · σ′(zᴸⱼ)',
  '(40)': 'δˡⱼ = ∂C/∂zˡⱼ, where the proof of BP2 begins',
  '(41)': 'δˡⱼ = Σₖ ∂C/∂zˡ⁺¹ₖ · ∂zˡ⁺¹ₖ/∂zˡⱼ',
  '(42)': 'δˡⱼ = Σₖ ∂zˡ⁺¹ₖ/∂zˡⱼ · δˡ⁺¹ₖ',
  '(43)': 'zˡ⁺¹ₖ = Σⱼ wˡ⁺¹ₖⱼ σ(zˡⱼ) + bˡ⁺¹ₖ',
  '(44)': '∂zˡ⁺¹ₖ/∂zˡⱼ = wˡ⁺¹ₖⱼ σ′(zˡⱼ)',
  '(45)': 'δˡⱼ = Σₖ wˡ⁺¹ₖⱼ δˡ⁺¹ₖ σ′(zˡⱼ)',
  '(46)': '∂C/∂wⱼ ≈ (C(w + ε eⱼ) − C(w)) / ε',
  '(47)': 'ΔC ≈ ∂C/∂wˡⱼₖ · Δwˡⱼₖ',
  '(48)': 'Δaˡⱼ ≈ ∂aˡⱼ/∂wˡⱼₖ · Δwˡⱼₖ',
  '(49)': 'Δaˡ⁺¹_q ≈ ∂aˡ⁺¹_q/∂aˡⱼ · Δaˡⱼ',
  '(50)': 'Δaˡ⁺¹_q ≈ ∂aˡ⁺¹_q/∂aˡⱼ · ∂aˡⱼ/∂wˡⱼₖ · Δwˡⱼₖ',
  '(51)': 'ΔC ≈ ∂C/∂aᴸₘ · … · ∂aˡ⁺¹_q/∂aˡⱼ · ∂aˡⱼ/∂wˡⱼₖ · Δwˡⱼₖ, along one path',
  '(52)': 'ΔC ≈ Σ over all paths of that product',
  '(53)': '∂C/∂wˡⱼₖ = Σ over all paths of the rates along each',
}

/** Every `@equation X` tag in the text of a file, with its line counted from 1. */
export function tagsIn(text) {
  return text.split('\n').flatMap((line, i) => {
    const tag = /^\s*\*\s*@equation\s+(\S+)\s*$/.exec(line)
    return tag ? [{ equation: tag[1], line: i + 1 }] : []
  })
}

/** The equations with their homes, and what is wrong with them. `files` are pairs of a path and a text. */
export function homesOf(files) {
  const tags = files.flatMap(([file, text]) => tagsIn(text).map((tag) => ({ ...tag, file })))
  const problems = []
  const homes = Object.keys(built).map((equation) => {
    const found = tags.filter((tag) => tag.equation === equation)
    if (found.length === 0) problems.push(`${equation} has no home: no docstring is tagged @equation ${equation}`)
    if (found.length > 1) problems.push(`${equation} has ${found.length} homes: ${found.map(at).join(', ')}`)
    return { equation, formula: built[equation], ...found[0] }
  })
  for (const tag of tags) {
    if (tag.equation in built) continue
    problems.push(`${at(tag)}: @equation ${tag.equation} is not an equation of the chapter, as scripts/equations.mjs lists them`)
  }
  return { homes, problems }
}

/** The table of the README: number, formula, and a link to the line of the tag. */
export function builtTable(homes) {
  const rows = homes.map(({ equation, formula, file, line }) => `| ${equation} | ${formula} | [${basenameOf(file)}](${file}#L${line}) |`)
  return ['| equation | | file |', '|---|---|---|', ...rows].join('\n')
}

/** The text with the table between its markers. */
export function withTable(page, text, table) {
  const [before, rest] = split(page, text, '<!-- equations:begin -->')
  const [, after] = split(page, rest, '<!-- equations:end -->')
  return `${before}<!-- equations:begin -->\n${table}\n<!-- equations:end -->${after}`
}

function split(page, text, marker) {
  const at = text.indexOf(marker)
  if (at < 0) throw new Error(`${page} has no line ${marker}`)
  return [text.slice(0, at), text.slice(at + marker.length)]
}

function at({ file, line }) {
  return `${file}:${line}`
}

function basenameOf(file) {
  return file.slice(file.lastIndexOf('/') + 1)
}

/** packages/*\/src/**\/*.ts without the tests. */
function sourcesOf(root) {
  return readdirSync(join(root, 'packages')).flatMap((name) =>
    readdirSync(join(root, 'packages', name, 'src'), { recursive: true })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => ['packages', name, 'src', ...file.split(sep)].join('/'))
      .sort(),
  )
}

function main(write) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const { homes, problems } = homesOf(sourcesOf(root).map((file) => [file, readFileSync(join(root, file), 'utf8')]))
  if (problems.length === 0) {
    const path = join(root, PAGE)
    const text = readFileSync(path, 'utf8')
    const right = withTable(PAGE, text, builtTable(homes))
    if (right !== text && write) writeFileSync(path, right)
    else if (right !== text) problems.push(`${PAGE}: the table of equations is out of date; run: pnpm equations`)
  }
  for (const problem of problems) console.error(problem)
  console.log(`equations: ${homes.length} built, each with one home in ${new Set(homes.map(({ file }) => file)).size} files`)
  return problems.length
}

if (process.argv[1] !== undefined && relative(process.argv[1], fileURLToPath(import.meta.url)) === '') {
  process.exitCode = main(process.argv.includes('--write')) === 0 ? 0 : 1
}

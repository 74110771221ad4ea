import ts from 'typescript'
import { expect, it } from 'vitest'
import { mutated, type Mutant } from './mutant.js'
import { mutantsOf } from './mutantsOf.js'
import { typesOf } from './typesOf.js'

const HEAD = `interface View { transposed: true; T: Grid }
interface Grid { T: View; data: Float64Array; rows: number }
declare function product(one: Grid | View, other: Grid | View, out: Grid): void
declare function copy(from: Grid, to: Grid): void
`

/** The mutants of a text that stands below HEAD, each as its kind and the text that it makes of its line. */
function made(text: string): string[] {
  return mutantsFrom(text).map(({ kind, after }) => `${kind}: ${after}`)
}

function mutantsFrom(text: string): Mutant[] {
  const host = ts.createCompilerHost({})
  const readFile = host.getSourceFile.bind(host)
  const all = HEAD + text
  const source = ts.createSourceFile('small.ts', all, ts.ScriptTarget.ES2022, true)
  const program = ts.createProgram(['small.ts'], { lib: ['lib.es2022.d.ts'], types: [], strict: true }, {
    ...host,
    getSourceFile: (name, ...rest) => (name === 'small.ts' ? source : readFile(name, ...rest)),
  })
  return mutantsOf(source, 'small.ts', typesOf(program.getTypeChecker()))
}

it('changes every sign, operator, comparison, constant and index of a loop, one at a time', () => {
  expect(made('function sum(x: Float64Array, n: number) {\nlet s = 0\nfor (let i = 0; i < n; i++) s += x[i] * 2\nreturn s\n}')).toEqual([
    'constant: let s = 1',
    'constant: for (let i = 1; i < n; i++) s += x[i] * 2',
    'operator: for (let i = 0; i <= n; i++) s += x[i] * 2',
    'operator: for (let i = 0; i >= n; i++) s += x[i] * 2',
    'loop bound: for (let i = 0; i < n - 1; i++) s += x[i] * 2',
    'sign: for (let i = 0; i < n; i--) s += x[i] * 2',
    'operator: for (let i = 0; i < n; i++) s -= x[i] * 2',
    'operator: for (let i = 0; i < n; i++) s = x[i] * 2',
    'index: for (let i = 0; i < n; i++) s += x[i + 1] * 2',
    'operator: for (let i = 0; i < n; i++) s += x[i] / 2',
    'constant: for (let i = 0; i < n; i++) s += x[i] * 3',
    'sign: return -(s)',
  ])
})

it('changes an activation: signs, |z|, comparisons, constants that are not whole by 0.05 %', () => {
  expect(made('const f = (z: number) => (z < 0 ? -z : 0.5 * Math.max(0, Math.abs(z)))')).toEqual([
    'sign: const f = (z: number) => -((z < 0 ? -z : 0.5 * Math.max(0, Math.abs(z))))',
    'operator: const f = (z: number) => (z <= 0 ? -z : 0.5 * Math.max(0, Math.abs(z)))',
    'operator: const f = (z: number) => (z >= 0 ? -z : 0.5 * Math.max(0, Math.abs(z)))',
    'constant: const f = (z: number) => (z < 1 ? -z : 0.5 * Math.max(0, Math.abs(z)))',
    'sign: const f = (z: number) => (z < 0 ? z : 0.5 * Math.max(0, Math.abs(z)))',
    'constant: const f = (z: number) => (z < 0 ? -z : 0.50025 * Math.max(0, Math.abs(z)))',
    'operator: const f = (z: number) => (z < 0 ? -z : 0.5 / Math.max(0, Math.abs(z)))',
    'operator: const f = (z: number) => (z < 0 ? -z : 0.5 * Math.min(0, Math.abs(z)))',
    'constant: const f = (z: number) => (z < 0 ? -z : 0.5 * Math.max(1, Math.abs(z)))',
    'operator: const f = (z: number) => (z < 0 ? -z : 0.5 * Math.max(0, (z)))',
    'index: const f = (z: number) => (z < 0 ? -z : 0.5 * Math.max(0, Math.abs(z + 1)))',
  ])
})

it('drops and adds transposes where the types take them, swaps arguments of one type, and leaves calls out', () => {
  expect(made('declare const w: Grid, a: Grid, z: Grid\nproduct(w.T, a, z)\ncopy(a, z)')).toEqual([
    'removal: ;',
    'transpose: product(w, a, z)',
    'swap: product(a, w.T, z)',
    'transpose: product(w.T, a.T, z)',
    'swap: product(w.T, z, a)',
    'removal: ;',
    'swap: copy(z, a)',
  ])
})

it('negates conditions, and swaps and for or', () => {
  expect(made('function pick(yes: boolean, no: boolean, x: number, y: number) {\nif (yes && no) return x\nreturn yes ? x : y\n}')).toEqual([
    'operator: if (yes || no) return x',
    'sign: if (yes && no) return -(x)',
    'condition: return !(yes) ? x : y',
    'sign: return -(yes ? x : y)',
  ])
})

it('leaves alone types, messages, errors, guards and how much memory is taken', () => {
  expect(made('type Two = 1 | 2\nconst name = (n: Two) => `${n + 1} layers`\nfunction no(n: number): never { throw new RangeError(String(n + 1)) }\nconst cell = new Float64Array(1)')).toEqual([])
  expect(made('declare function requireWhole(n: number): void\nfunction check(n: number) { requireWhole(n + 1) }')).toEqual([])
})

it('says where a mutant is, and makes its text', () => {
  const text = 'function half(x: number) {\n  return x / 2\n}'
  const [, divided] = mutantsFrom(text)
  expect(divided).toMatchObject({ file: 'small.ts', kind: 'operator', line: 6, inside: 'half', before: 'return x / 2', after: 'return x * 2' })
  expect(mutated(HEAD + text, divided!)).toBe(HEAD + text.replace('/', '*'))
})

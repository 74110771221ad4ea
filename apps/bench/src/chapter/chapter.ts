import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Times } from '../child/inTurn.js'
import { writeData } from '../data/writeData.js'
import { ratio } from '../figures/ratio.js'
import { summary, type Summary } from '../figures/summary.js'
import { table } from '../figures/table.js'
import { chosenCompetitors } from '../measure/chosen.js'
import { measure } from '../measure/measure.js'
import { work } from '../measure/prepare.js'
import type { Options } from '../options.js'
import { describe, machine } from '../report/machine.js'
import { workloads } from '../workloads.js'

const WEIGHTS = 1_000_000
const PARTS = ['looped', 'loopedWide', 'forward', 'forwardDeep', 'differences'] as const

type Claims = Record<(typeof PARTS)[number], Times>

/** The chapter's own claims, measured for every backend of ours, and the first for Numpy as the book has it; chapter.json. */
export async function benchChapter({ peers, repeats, seconds, out }: Options): Promise<void> {
  const here = machine()
  const list = await chosenCompetitors(peers)
  console.log(`${describe(here)}\n`)
  const lines: string[][] = []
  const found: Record<string, Claims | string> = {}
  for (const { id, group, args } of list.filter((competitor) => competitor.group === 'ours')) {
    const claims = claimsOf([...args.filter((arg) => !arg.startsWith('adapter=')), `repeats=${repeats}`, `seconds=${seconds / 3}`])
    found[id] = claims
    if (typeof claims === 'string') {
      console.log(`${id} ${group}: ${claims}`)
      continue
    }
    const { looped, loopedWide, forward, forwardDeep, differences } = claims
    const hours = (WEIGHTS * summary(differences.one).median) / 3600
    lines.push([
      id,
      show(ratio(looped.one, looped.other)),
      show(ratio(loopedWide.one, loopedWide.other)),
      show(less(ratio(forward.one, forward.other))),
      show(less(ratio(forwardDeep.one, forwardDeep.other))),
      `${((WEIGHTS * summary(differences.one).median) / summary(differences.other).median).toPrecision(2)} ×`,
      `${hours.toFixed(2)} h / ${(1000 * summary(differences.other).median).toFixed(2)} ms`,
    ])
  }
  const folder = join(work, 'data')
  await writeData(folder, [workloads[0], workloads[2]])
  const numpy = list.filter(({ id }) => id === 'numpy looped' || id === 'numpy matrix 1t')
  const numpyRatios: string[] = []
  for (const workload of [workloads[0], workloads[2]]) {
    const rows = await measure(workload, numpy, { folder, repeats, seconds: seconds / 3 })
    const rates = (id: string) => rows.find((row) => row.id === id)?.rates ?? []
    numpyRatios.push(show(ratio(rates('numpy matrix 1t'), rates('numpy looped'))))
  }
  console.log(
    table([
      ['', 'full-matrix / looped', 'the same, wide', 'backward / forward', 'the same, deep', '(46) / backprop', '(46) / backprop'],
      ...lines,
      ['numpy', ...numpyRatios],
    ]),
  )
  console.log(`
full-matrix / looped: speed of a minibatch as one matrix, of sample by sample with gradients added up; [784, 30, 10] in batches of 10,
wide: [784, 100, 10] of 128. The book: about 2 ×.
backward / forward: time of backpropagation without its way forward, of the way forward; as above, deep: [784, 512, 512, 10] of
128. The chapter: about 1 ×.
(46) / backprop: the derivative by each of 1,000,000 weights, one sample; formula (46) from 50 weights, times 1,000,000.`)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'chapter.json'), `${JSON.stringify({ machine: here, found, numpyRatios }, null, 1)}\n`)
}

function claimsOf(words: readonly string[]): Claims | string {
  const flags = words.filter((word) => word.startsWith('--'))
  const settings = words.filter((word) => !word.startsWith('--') && word.includes('='))
  const text = execFileSync(process.execPath, [...flags, join(work, 'chapter.mjs'), ...settings], { encoding: 'utf8' })
  const told: unknown = JSON.parse(text)
  if (isClaims(told)) return told
  return typeof told === 'object' && told !== null && 'cannot' in told ? String(told.cannot) : text
}

function isClaims(told: unknown): told is Claims {
  return typeof told === 'object' && told !== null && PARTS.every((part) => part in told)
}

const show = ({ median, min, max }: Summary) => `${median.toFixed(2)} × (${min.toFixed(2)} … ${max.toFixed(2)})`
const less = ({ median, min, max }: Summary) => ({ median: median - 1, min: min - 1, max: max - 1 })

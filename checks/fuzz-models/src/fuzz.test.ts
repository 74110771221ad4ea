import { expect, it } from 'vitest'
import { fuzz } from './fuzz.js'
import { targets } from './targets/index.js'

const CASES = 100000

it.each(targets)('$name throws nothing but typed errors, in bounded time and memory, for files broken on purpose and for bombs', async (target) => {
  const { lines, passed } = await fuzz(target, { count: CASES, seed: 1 })
  expect(passed, lines.join('\n')).toBe(true)
  expect(lines[0]).toMatch(/^fuzz: \S+, seed 1, 10+ cases: [1-9]\d* accepted, [1-9]\d* refused, slowest .* [1-9]\d* bombs, .*: ok$/)
})

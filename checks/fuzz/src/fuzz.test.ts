import { afterEach, expect, it } from 'vitest'
import { fuzz } from './fuzz.js'
import { mutateBytes } from './mutateBytes.js'
import type { Target } from './target.js'
import { targets } from './targets/index.js'

/** A tenth of the full check, which makes a million for each reader. */
const CASES = 100_000

it.each(targets)('$name throws nothing but typed errors, in bounded time and memory, for files broken on purpose and for bombs', async (target) => {
  const { lines, passed } = await fuzz(target, { count: CASES, seed: 1 })
  expect(passed, lines.join('\n')).toBe(true)
  expect(lines[0]).toMatch(/^fuzz: \S+, seed 1, 100000 cases: [1-9]\d* accepted, [1-9]\d* refused, slowest .* [1-9]\d* bombs, .*: ok$/)
})

/** A reader of files that begin with 1, with a fault in it. */
const planted = (fault: (file: Uint8Array) => unknown): Target => ({
  name: 'planted',
  seeds: [Uint8Array.of(1, 2, 3)],
  mutate: (seed, random) => mutateBytes(seed, random),
  read(file) {
    if (file[0] !== 1) throw Object.assign(new Error('no such file'), { code: 'FormatError' })
    return file[1] === 2 ? undefined : fault(file)
  },
  bombs: [],
})

const found = async (target: Target) => {
  const { lines, passed } = await fuzz(target, { count: 2000, seed: 3 })
  expect(passed).toBe(false)
  return lines
}

afterEach(() => {
  Reflect.deleteProperty(Object.prototype, 'polluted')
})

it('finds an error that is not typed, and says how to have the same case again', async () => {
  const target = planted((file) => {
    throw new TypeError(`byte ${file[1]}`)
  })
  const [problem = '', again = '', file = ''] = await found(target)
  expect(problem).toMatch(/^fuzz: planted, seed 3: FAILED: case \d+ threw TypeError: byte/)
  const from = Number(/--from (\d+) --count 1$/.exec(again)?.[1])
  expect(await fuzz(target, { count: 1, seed: 3, from })).toMatchObject({ passed: false, lines: [expect.stringContaining(`case ${from} threw`), again, file] })
})

it('finds a prototype that was added to, an array that is too large, and time that is too long', async () => {
  const pollute = () => Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true })
  expect((await found(planted(pollute)))[0]).toMatch(/a property of Object\.prototype .*polluted/)
  Reflect.deleteProperty(Object.prototype, 'polluted')
  expect((await found(planted(() => new Float64Array(2 ** 18))))[0]).toMatch(/made an array of 2097152 bytes, more than 10485\d\d/)
  const burn = () => {
    const began = process.cpuUsage()
    while (process.cpuUsage(began).user < 60000);
  }
  expect((await found(planted(burn)))[0]).toMatch(/took \d+\.\d ms of the processor in the best of 5 goes, more than 50/)
})

it('finds a seed file that is refused and a bomb that is accepted', async () => {
  const good = planted(() => undefined)
  expect((await found({ ...good, seeds: [Uint8Array.of(0)] }))[0]).toMatch(/seed file 0 is refused/)
  expect((await found({ ...good, bombs: [{ name: 'mild', read: () => 1 }] }))[0]).toMatch(/bomb 'mild' was accepted/)
})

it('passes the same code without a fault', async () => {
  expect((await fuzz(planted(() => undefined), { count: 2000, seed: 3 })).passed).toBe(true)
})

it('refuses counts and seeds that cannot be', async () => {
  const of = (options: object) => fuzz(planted(() => undefined), { count: 1, seed: 1, ...options })
  await expect(of({ count: 0 })).rejects.toThrow('--count takes a whole number of at least 1, not 0')
  await expect(of({ seed: 0.5 })).rejects.toThrow('--seed takes a whole number of at least 0, not 0.5')
  await expect(of({ from: -1 })).rejects.toThrow('--from takes a whole number of at least 0, not -1')
})

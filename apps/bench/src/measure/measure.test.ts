import { expect, it } from 'vitest'
import { workloads } from '../workloads.js'
import type { Competitor } from './competitor.js'
import { measure } from './measure.js'

const speaks = (id: string, text: string, more: object = {}): Competitor => ({ id, group: 'js', command: process.execPath, args: ['-e', text, '--'], ...more })
const answers = (rate: number) =>
  `console.log('ready {"version":"1"}'); process.stdin.on("data", (d) => console.log(String(d).trim() === "end" ? 'end {"rssMb":7}' : "rate ${rate}"))`

it('runs rounds of all that are ready and lists the others with their reason', async () => {
  const rows = await measure(
    workloads[0],
    [
      speaks('a', answers(5)),
      speaks('b', 'console.log("cannot not on Tuesdays")'),
      speaks('c', answers(1), { leavesOut: { W1: 'too slow' } }),
      speaks('d', answers(1), { skips: ['W1'] }),
      speaks('e', 'console.log("ready {}"); process.stdin.on("data", () => { throw new Error("gone") })'),
    ],
    { folder: '.', repeats: 3, seconds: 0.1 },
  )
  const facts = rows.map(({ id, rates, cannot, version, rssMb }) => [id, rates, cannot ?? '', version ?? '', rssMb ?? 0])
  expect(facts.sort()).toEqual([
    ['a', [5, 5, 5], '', '1', 7],
    ['b', [], 'not on Tuesdays', '', 0],
    ['c', [], 'too slow', '', 0],
    ['e', [], 'Error: gone', '', 0],
  ])
})

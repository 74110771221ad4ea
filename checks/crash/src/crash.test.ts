import { expect, it } from 'vitest'
import { flips, flipsOfLarge, truncations } from './damage.js'
import { smallDisk, vanishedFolder } from './disks.js'
import { failingCalls } from './failingCalls.js'
import { powerLoss } from './powerLoss.js'

/** Two runs, the second of which removes a checkpoint of the first; `pnpm check crash` makes longer ones. */
const SHORT = [[1, 2, 3], [4]]

it('loads an earlier checkpoint, with an error that has a type, and goes on, whichever call fails and how', async () => {
  const { problems, calls } = await failingCalls()
  expect(problems).toEqual([])
  expect(calls).toBeGreaterThanOrEqual(15)
})

it('loses and tears nothing in any state that a loss of power can leave', async () => {
  const { states, torn, lost, wrong } = await powerLoss(SHORT)
  expect({ torn, lost, wrong }).toEqual({ torn: 0, lost: 0, wrong: 0 })
  expect(states).toBeGreaterThanOrEqual(10_000)
})

it('would see it: a save without a sync of the file, or of the folder, loses what it said was saved', async () => {
  const [file, folder] = [await powerLoss(SHORT, 'file'), await powerLoss(SHORT, 'folder')]
  expect(file.lost).toBeGreaterThan(0)
  expect(file.torn).toBeGreaterThan(0)
  expect(folder.lost).toBeGreaterThan(0)
})

it('notices every truncation and every changed bit', () => {
  expect(truncations().unnoticed).toBe(0)
  expect(flips().unnoticed).toBe(0)
  expect(flipsOfLarge(500, 1).unnoticed).toBe(0)
})

it('keeps the checkpoint on a disk that is full or read-only, and in a folder that vanished goes on', async () => {
  const disk = await smallDisk()
  if (disk === undefined) console.warn('NOT RUN: full and read-only disks need a user who may mount (root)')
  for (const { what, held } of [...(disk ?? []), ...(await vanishedFolder())]) expect([what, held]).toEqual([what, true])
})

import { expect, it } from 'vitest'
import { FORMATS } from './largeFiles.js'
import { order } from './order.js'
import { LIMIT, peak } from './peak.js'

/** With what Node itself takes, more than the limit for whoever reads it whole. */
const BYTES = 300e6

it.each(FORMATS)('trains on all of a file without having it in memory, and a control that has it there is seen: %s', async (format) => {
  const [streamed, whole] = [await peak(format, BYTES), await peak(format, BYTES, 'whole')]
  console.log(`${format} of ${BYTES / 1e6} MB: ${Math.round(streamed.peak / 1e6)} MB resident, ${Math.round(whole.peak / 1e6)} MB where it is read whole`)
  expect([streamed.complete, whole.complete]).toEqual([true, true])
  expect(streamed.bytes).toBeGreaterThanOrEqual(BYTES)
  expect(streamed.peak).toBeLessThan(LIMIT)
  expect(whole.peak).toBeGreaterThan(LIMIT)
})

it('takes the samples in an order that follows from the seed alone, however the file is cut', async () => {
  const first = await order({ piece: 2 ** 16, block: 1024 }, 1)
  for (const cut of [{ piece: 1013, block: 77 }, { piece: 7, block: 1 }, { piece: 2 ** 20, block: 3000 }]) expect(await order(cut, 1)).toEqual(first)
  const other = await order({ piece: 2 ** 16, block: 1024 }, 2)
  expect(other.samples).not.toBe(first.samples)
  expect(other.parameters).not.toBe(first.parameters)
})

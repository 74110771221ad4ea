import { expect, it } from 'vitest'
import { describe, machine } from './machine.js'

it('warns where other programs were running', () => {
  const here = machine()
  expect(describe({ ...here, load: 0.1 })).toMatch(/load before 0\.1$/)
  expect(describe({ ...here, load: 3 })).toContain('not to be relied on')
})

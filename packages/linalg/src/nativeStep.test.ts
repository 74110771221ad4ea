import { expect, it } from 'vitest'
import { nativeStep } from './nativeStep.js'
import { reference } from './reference/reference.js'

it('is the step of that name, and none where there is none', () => {
  const slide = () => undefined
  const backend = { ...reference, steps: { slide } }
  expect(nativeStep('slide', backend)).toBe(slide)
  expect(nativeStep('constructor', backend)).toBeUndefined()
  expect(nativeStep('slide', reference)).toBeUndefined()
})

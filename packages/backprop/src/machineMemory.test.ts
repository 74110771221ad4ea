import { afterEach, expect, it } from 'vitest'
import { machineMemory } from './machineMemory.js'

const host = Reflect.get(globalThis, 'process') as object
afterEach(() => void Reflect.set(globalThis, 'process', host))

function on(system: unknown, constrainedMemory: unknown): void {
  Reflect.set(globalThis, 'process', Object.create(host, { getBuiltinModule: { value: system }, constrainedMemory: { value: constrainedMemory } }))
}

it('is known in Node: more than 64 MiB, on which nothing of this would run, and less than 64 TiB', () => {
  expect(machineMemory()).toBeGreaterThan(2 ** 26)
  expect(machineMemory()).toBeLessThan(2 ** 46)
})

it.each([
  [2 ** 29, 2 ** 29],
  [2 ** 80, 2 ** 33],
  [0, 2 ** 33],
  [undefined, 2 ** 33],
])('takes the limit of a container of %s bytes, on a machine of 8 GiB, for %i', (limit, expected) => {
  on(() => ({ totalmem: () => 2 ** 33 }), () => limit)
  expect(machineMemory()).toBe(expected)
})

it('knows no limit where nothing says', () => {
  on(undefined, undefined)
  expect(machineMemory()).toBe(Infinity)
})

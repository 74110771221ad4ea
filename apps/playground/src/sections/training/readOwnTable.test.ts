import { expect, it } from 'vitest'
import { readOwnTable } from './readOwnTable.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const flowers = bytes('length,width,species\n5.1,3.5,setosa\n7.0,3.2,versicolor\n6.3,,virginica\n4.9,3.0,setosa\n')

it('the last column is what is learned, as classes with labels', () => {
  const { samples, target, classes, columns } = readOwnTable(flowers, 'flowers.csv', undefined)
  expect({ target, classes, columns }).toEqual({ target: 'species', classes: ['setosa', 'versicolor', 'virginica'], columns: ['length', 'width', 'species'] })
  expect(samples.labels).toEqual(Uint8Array.of(0, 1, 2, 0))
  expect([samples.size, samples.inputs.rows, samples.targets.rows]).toEqual([4, 2, 3])
  // The missing cell is the mean, and the mean is 0.
  expect(samples.inputs.data[5]).toBe(0)
})

it('another column is learned when it is asked for, a number without labels', () => {
  const text = bytes(`a,b,c\n${Array.from({ length: 30 }, (_, i) => `${i / 7},${i % 5},${i % 3}`).join('\n')}\n`)
  const { samples, classes, decisions } = readOwnTable(text, 'numbers.csv', 'a')
  expect(classes).toBeUndefined()
  expect(samples.labels).toBeUndefined()
  expect(samples.targets.rows).toBe(1)
  expect(decisions.find(({ name }) => name === 'a')?.use).toBe('target')
})

it('what cannot be read says where', () => {
  expect(() => readOwnTable(bytes('<!DOCTYPE html><p>404'), 'flowers.csv', undefined)).toThrow(/flowers\.csv/)
  expect(() => readOwnTable(flowers, 'flowers.csv', 'specis')).toThrow(/species/)
})

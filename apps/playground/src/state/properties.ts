import { readAddress, type AddressText } from '../address/address.js'
import { activationNames, costNames, dataNames } from '../engine/names.js'
import { languages } from '../words/languages.js'
import { clampedNumber, numberFrom, numberList, oneOf, type Property } from './property.js'
import { indexOrders, limits, type State } from './state.js'

/** Every property of the state: its name in a link, where it begins, how it is read. A new one is a line here and a line in `State`. */
export const properties: { readonly [K in keyof State]: Property<State[K]> } = {
  sizes: numberList('sizes', [3, 4, 2], { least: 1, most: limits.width, entries: [2, limits.layers], whole: true }),
  // A start with weights of both signs and no neuron that is saturated.
  seed: numberFrom('seed', 0, 999_999, 208, { whole: true }),
  activation: oneOf('f', activationNames, 'sigmoid'),
  x: numberList('x', [0.9, -0.4, 0.6], { least: -limits.value, most: limits.value, entries: [1, limits.width] }),
  y: numberList('y', [1, 0], { least: -limits.value, most: limits.value, entries: [1, limits.width] }),
  netCost: oneOf('C', costNames, 'quadratic'),
  changes: { key: 'set', initial: new Map(), read: readChanges, write: writeChanges, expected: 'w:2:1:3~0.5' },
  focus: { key: 'at', initial: 'w:2:1:1', read: readFocus, write: (address) => address, expected: 'w:2:1:3' },
  order: oneOf('order', indexOrders, 'to-from'),
  data: oneOf('data', dataNames, 'moons'),
  hidden: numberList('hidden', [8, 8], { least: 1, most: limits.hiddenWidth, entries: [1, limits.hiddenLayers], whole: true }),
  cost: oneOf('cost', costNames, 'crossEntropy'),
  learningRate: numberFrom('eta', 0.001, 100, 0.5),
  batchSize: numberFrom('batch', 1, limits.batchSize, 10, { whole: true }),
  language: oneOf('lang', ['auto', ...languages], 'auto'),
}

/** Addresses are first read in the largest network; `fitted` drops those that the state's own does not have. */
const largest = Array.from({ length: limits.layers }, () => limits.width)

function readFocus(text: string): AddressText | undefined {
  // Targets belong to the last layer, whichever that is.
  const isSomewhere = text === '' || largest.some((_, i) => readAddress(text, largest.slice(0, i + 1)))
  return isSomewhere ? text : undefined
}

function readChanges(text: string): ReadonlyMap<AddressText, number> | undefined {
  const changes = new Map<AddressText, number>()
  if (text === '') return changes
  for (const change of text.split(',').slice(0, limits.changes)) {
    const [address = '', value = ''] = change.split('~')
    const number = clampedNumber(value, -limits.value, limits.value)
    const { kind, j } = readAddress(address, largest) ?? {}
    if (number === undefined || j === undefined || (kind !== 'w' && kind !== 'b')) return undefined
    changes.set(address, number)
  }
  return changes
}

function writeChanges(changes: ReadonlyMap<AddressText, number>): string {
  return [...changes].map(([address, value]) => `${address}~${value}`).join(',')
}

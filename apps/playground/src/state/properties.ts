import { readAddress, type AddressText } from '../address/address.js'
import { activationNames, costNames, dataNames } from '../engine/names.js'
import { rules } from '../sections/cost/rules.js'
import { stepCount } from '../engine/stepCount.js'
import { languages } from '../words/languages.js'
import { clampedNumber, numberFrom, numberList, oneOf, type Property, someOf } from './property.js'
import { equationForms, indexOrders, limits, type State, REST, type PathName, algorithmSteps, linearBets, modifiedLayers, raceBets } from './state.js'
import { formulaText } from '../formula/formulaText.js'

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
  outputs: numberList('outs', [0.9, 0.75, 0.55, 0.85, 0.2, 0.65], { least: limits.output[0], most: limits.output[1], entries: [limits.samples, limits.samples] }),
  targets: numberList('ys', [1, 1, 0, 1, 0, 1], { least: 0, most: 1, entries: [limits.samples, limits.samples] }),
  rule: oneOf('Cx', rules, 'own'),
  bet: { key: 'bet', initial: '', read: (text) => (text === 'none' || text === '' || /^delta:\d{1,2}:\d{1,2}$/.test(text) ? text : undefined), write: (bet) => bet, expected: 'none | delta:2:1' },
  deltaZ: numberFrom('dz', -limits.deltaZ, limits.deltaZ, 1.5),
  demonAt: oneOf('demon', ['z', 'a'], 'z'),
  order: oneOf('order', indexOrders, 'to-from'),
  step: numberFrom('step', 1, stepCount(limits.layers), 1, { whole: true }),
  form: oneOf('form', equationForms, 'neuron'),
  raceParameters: numberFrom('race', ...limits.raceParameters, 1_000_000, { whole: true }),
  raceBet: oneOf('ratio', raceBets, 'none'),
  epsilon: numberFrom('eps', ...limits.epsilon, -8),
  columns: numberFrom('m', 1, limits.columns, 32, { whole: true }),
  data: oneOf('data', dataNames, 'moons'),
  hidden: numberList('hidden', [8, 8], { least: 1, most: limits.hiddenWidth, entries: [1, limits.hiddenLayers], whole: true }),
  cost: oneOf('cost', costNames, 'crossEntropy'),
  learningRate: numberFrom('eta', 0.001, 100, 0.5),
  batchSize: numberFrom('batch', 1, limits.batchSize, 10, { whole: true }),
  added: { key: 'paths', initial: [], read: readPaths, write: (names) => names.join(','), expected: `2.1.4, ${REST}` },
  merged: numberFrom('merged', 0, limits.layers - 2, 0, { whole: true }),
  deltaW: numberFrom('dw', -limits.value, limits.value, 0.5),
  // A start that is a little wrong, and one that is badly wrong.
  starts: numberList('starts', [0.6, 0.9, 2, 2], { least: -limits.start, most: limits.start, entries: [4, 4] }),
  startsRate: numberFrom('startsEta', 0.01, 10, 0.15),
  startsEpoch: numberFrom('startsEpoch', 0, limits.startsEpochs, 100, { whole: true }),
  weightScale: numberFrom('scale', 0.1, 20, 1),
  formula: { key: 'own', initial: 'z*sigmoid(z)', read: formulaText, write: (text) => text, expected: 'z*sigmoid(z)' },
  modified: oneOf('modified', modifiedLayers, 'hidden'),
  marks: someOf('marks', algorithmSteps),
  linearShare: numberFrom('linear', 0, 1, 0),
  linearBet: oneOf('linearBet', linearBets, 'none'),
  digitsHidden: numberFrom('digits', 1, limits.digitsWidth, 30, { whole: true }),
  digitsCost: oneOf('digitsC', costNames, 'crossEntropy'),
  digitsLearningRate: numberFrom('digitsEta', 0.001, 100, 0.5),
  digitsBatchSize: numberFrom('digitsBatch', 1, limits.batchSize, 10, { whole: true }),
  language: oneOf('lang', ['auto', ...languages], 'auto'),
}

/** Addresses are first read in the largest network; `fitted` drops those that the state's own does not have. */
const largest = Array.from({ length: limits.layers }, () => limits.width)

function readFocus(text: string): AddressText | undefined {
  // Targets belong to the last layer, whichever that is.
  const isSomewhere = text === '' || largest.some((_, i) => readAddress(text, largest.slice(0, i + 1)))
  return isSomewhere ? text : undefined
}

function readPaths(text: string): readonly PathName[] | undefined {
  if (text === '') return []
  const names = text.split(',').slice(0, limits.added)
  const isPath = (name: string) => name === REST || name.split('.').every((neuron) => /^\d$/.test(neuron) && Number(neuron) >= 1 && Number(neuron) <= limits.width)
  return names.every((name) => name.length < 2 * limits.layers && isPath(name)) ? [...new Set(names)] : undefined
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

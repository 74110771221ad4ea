import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressText } from '../address/address.js'
import { activationNames, costNames, dataNames } from '../engine/names.js'
import { rules } from '../sections/cost/rules.js'
import { stepCount } from '../engine/stepCount.js'
import { fitted } from './fitted.js'
import { hashFromState, initialState, LONGEST, stateFromHash } from './hash.js'
import { properties } from './properties.js'
import { equationForms, indexOrders, limits, type State, REST, algorithmSteps, linearBets, modifiedLayers, raceBets } from './state.js'
import { formulaText } from '../formula/formulaText.js'

const within = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true }).map((value) => value + 0)
const index = fc.integer({ min: 1, max: limits.width })
const weight = fc.tuple(fc.integer({ min: 2, max: limits.layers }), index, index).map(([layer, j, k]) => addressText({ kind: 'w', layer, j, k }))

const states: fc.Arbitrary<State> = fc
  .record({
    sizes: fc.array(index, { minLength: 2, maxLength: limits.layers }),
    seed: fc.integer({ min: 0, max: 999_999 }),
    activation: fc.constantFrom(...activationNames),
    x: fc.array(within(-limits.value, limits.value), { minLength: 1, maxLength: limits.width }),
    y: fc.array(within(-limits.value, limits.value), { minLength: 1, maxLength: limits.width }),
    netCost: fc.constantFrom(...costNames),
    changes: fc.array(fc.tuple(weight, within(-limits.value, limits.value)), { maxLength: 20 }).map((changes) => new Map(changes)),
    focus: weight,
    outputs: fc.array(within(...limits.output), { minLength: limits.samples, maxLength: limits.samples }),
    targets: fc.array(within(0, 1), { minLength: limits.samples, maxLength: limits.samples }),
    rule: fc.constantFrom(...rules),
    bet: fc.constantFrom('', 'none', 'delta:2:1', 'delta:3:2'),
    deltaZ: within(-limits.deltaZ, limits.deltaZ),
    demonAt: fc.constantFrom('z' as const, 'a' as const),
    order: fc.constantFrom(...indexOrders),
    step: fc.integer({ min: 1, max: stepCount(limits.layers) }),
    form: fc.constantFrom(...equationForms),
    raceParameters: fc.integer({ min: limits.raceParameters[0], max: limits.raceParameters[1] }),
    raceBet: fc.constantFrom(...raceBets),
    epsilon: within(...limits.epsilon),
    columns: fc.integer({ min: 1, max: limits.columns }),
    data: fc.constantFrom(...dataNames),
    hidden: fc.array(fc.integer({ min: 1, max: limits.hiddenWidth }), { minLength: 1, maxLength: limits.hiddenLayers }),
    cost: fc.constantFrom(...costNames),
    learningRate: within(0.001, 100),
    batchSize: fc.integer({ min: 1, max: limits.batchSize }),
    added: fc.uniqueArray(fc.oneof(fc.constant(REST), fc.array(index, { minLength: 1, maxLength: limits.layers - 1 }).map((neurons) => neurons.join('.'))), { maxLength: limits.added }),
    merged: fc.integer({ min: 0, max: limits.layers - 2 }),
    deltaW: within(-limits.value, limits.value),
    starts: fc.array(within(-limits.start, limits.start), { minLength: 4, maxLength: 4 }),
    startsRate: within(0.01, 10),
    startsEpoch: fc.integer({ min: 0, max: limits.startsEpochs }),
    weightScale: within(0.1, 20),
    formula: fc.string({ unit: 'binary', maxLength: 300 }).map(formulaText),
    modified: fc.constantFrom(...modifiedLayers),
    marks: fc.subarray([...algorithmSteps]),
    linearShare: within(0, 1),
    linearBet: fc.constantFrom(...linearBets),
    digitsHidden: fc.integer({ min: 1, max: limits.digitsWidth }),
    digitsCost: fc.constantFrom(...costNames),
    digitsLearningRate: within(0.001, 100),
    digitsBatchSize: fc.integer({ min: 1, max: limits.batchSize }),
    language: fc.constantFrom('auto' as const, 'en' as const, 'zh' as const),
  })
  .map(fitted)

it('a link gives back the state that it was made of, to the last bit', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(stateFromHash(hashFromState(state))).toEqual({ state, refusals: [] })
    }),
    { numRuns: 2000 },
  )
})

it('the beginning is the empty hash', () => {
  expect(hashFromState(initialState)).toBe('')
  expect(stateFromHash('')).toEqual({ state: initialState, refusals: [] })
})

it('100,000 random links each give a state within the limits, and refuse by name what they cannot read', () => {
  const keys = Object.values(properties).map(({ key }) => key)
  const text = fc.oneof(fc.string({ maxLength: 40 }), fc.stringMatching(/^[-0-9.,:e~wba]{0,40}$/), fc.constantFrom('1e999', '-0', '9'.repeat(29), '__proto__', '%', '%E0%A4%A'))
  const links = fc.array(fc.tuple(fc.constantFrom(...keys, '__proto__', 'x'), text), { maxLength: 8 }).map((parts) => `#${parts.map((part) => part.join('=')).join('&')}`)
  fc.assert(
    fc.property(links, (link) => {
      const { state, refusals } = stateFromHash(link)
      const { sizes, x, y, activation, netCost, changes, hidden } = state
      const fits =
        sizes.length >= 2 && sizes.length <= limits.layers && sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= limits.width) &&
        state.step <= stepCount(sizes.length) && x.length === sizes[0] && y.length === sizes.at(-1) && (netCost === 'quadratic' || (activation === 'sigmoid' && y.every((one) => one >= 0 && one <= 1))) && [...x, ...y, ...changes.values()].every((value) => Math.abs(value) <= limits.value) &&
        hidden.length <= limits.hiddenLayers && hidden.every((size) => size >= 1 && size <= limits.hiddenWidth)
      if (!fits || !refusals.every(({ key, expected }) => keys.includes(key) && expected !== '')) throw new Error(link)
      if (stateFromHash(hashFromState(state)).refusals.length > 0) throw new Error(`its own link is refused: ${link}`)
    }),
    { numRuns: 100_000 },
  )
})

it.each([
  ['sizes=30,9,0', 'sizes', [8, 8, 1]],
  ['batch=1e9', 'batchSize', 256],
  ['eta=-3', 'learningRate', 0.001],
  ['seed=1.6', 'seed', 2],
  ['step=99', 'step', 15],
] as const)('brings %s within its limits', (link, key, value) => {
  const { state, refusals } = stateFromHash(`#${link}`)
  expect(state[key]).toEqual(value)
  expect(refusals).toEqual([])
})

it('refuses by name, with what was said and what could be', () => {
  expect(stateFromHash('#f=sine&seed=3')).toEqual({
    state: { ...initialState, seed: 3 },
    refusals: [{ key: 'f', got: 'sine', expected: activationNames.join(' | ') }],
  })
  expect(stateFromHash(`#x=${'1,'.repeat(LONGEST)}`).refusals[0]?.key).toBe('#')
})

it('drops what a smaller network does not have', () => {
  const { state } = stateFromHash('#sizes=2,2&set=w:2:1:2~3,w:2:1:3~4,b:3:1~5&at=a:3:1')
  expect([...state.changes]).toEqual([['w:2:1:2', 3]])
  expect(state.focus).toBe('')
  expect(state.x).toHaveLength(2)
})

import { fitted } from './fitted.js'
import { properties } from './properties.js'
import type { Property } from './property.js'
import type { State } from './state.js'

/** Something in a link that could not be read; the page then has its own value for it, and says so. */
export interface Refusal {
  readonly key: string
  readonly got: string
  readonly expected: string
}

/** What a link says. */
export interface Reading {
  readonly state: State
  readonly refusals: readonly Refusal[]
}

/** Longer links are refused as a whole: no state needs one. */
export const LONGEST = 20_000
const keys = Object.keys(properties).filter((key): key is keyof State => key in properties)
export const initialState: State = fitted(collect((property) => property.initial))

/** The state that a link's hash gives. Never throws: what is missing has its initial value, and what cannot be read is refused by name. */
export function stateFromHash(hash: string): Reading {
  if (hash.length > LONGEST) return { state: initialState, refusals: [{ key: '#', got: `${hash.length}`, expected: `≤ ${LONGEST}` }] }
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  const refusals: Refusal[] = []
  const state = collect((property) => {
    const text = said.get(property.key)
    if (text === null) return property.initial
    const value = property.read(text)
    if (value === undefined) refusals.push({ key: property.key, got: text.slice(0, 60), expected: property.expected })
    return value ?? property.initial
  })
  return { state: fitted(state), refusals }
}

/** The hash of a link to a state: what is as it was in the beginning is left out. */
export function hashFromState(state: State): string {
  const parts = keys.flatMap((key) => part(properties[key], initialState[key], state[key]))
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}

function part<K extends keyof State>(property: Property<State[K]>, initial: State[K], value: State[K]): string[] {
  const text = property.write(value)
  // Commas and colons may stand in a hash as they are, and are easier to read so.
  return text === property.write(initial) ? [] : [`${property.key}=${encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':')}`]
}

function collect(valueOf: <T>(property: Property<T>) => T): State {
  return {
    sizes: valueOf(properties.sizes),
    seed: valueOf(properties.seed),
    activation: valueOf(properties.activation),
    x: valueOf(properties.x),
    y: valueOf(properties.y),
    netCost: valueOf(properties.netCost),
    changes: valueOf(properties.changes),
    focus: valueOf(properties.focus),
    outputs: valueOf(properties.outputs),
    targets: valueOf(properties.targets),
    rule: valueOf(properties.rule),
    bet: valueOf(properties.bet),
    deltaZ: valueOf(properties.deltaZ),
    demonAt: valueOf(properties.demonAt),
    order: valueOf(properties.order),
    step: valueOf(properties.step),
    form: valueOf(properties.form),
    raceParameters: valueOf(properties.raceParameters),
    raceBet: valueOf(properties.raceBet),
    epsilon: valueOf(properties.epsilon),
    columns: valueOf(properties.columns),
    data: valueOf(properties.data),
    hidden: valueOf(properties.hidden),
    cost: valueOf(properties.cost),
    learningRate: valueOf(properties.learningRate),
    batchSize: valueOf(properties.batchSize),
    added: valueOf(properties.added),
    merged: valueOf(properties.merged),
    deltaW: valueOf(properties.deltaW),
    starts: valueOf(properties.starts),
    startsRate: valueOf(properties.startsRate),
    startsEpoch: valueOf(properties.startsEpoch),
    weightScale: valueOf(properties.weightScale),
    formula: valueOf(properties.formula),
    modified: valueOf(properties.modified),
    marks: valueOf(properties.marks),
    linearShare: valueOf(properties.linearShare),
    linearBet: valueOf(properties.linearBet),
    digitsHidden: valueOf(properties.digitsHidden),
    digitsCost: valueOf(properties.digitsCost),
    digitsLearningRate: valueOf(properties.digitsLearningRate),
    digitsBatchSize: valueOf(properties.digitsBatchSize),
    language: valueOf(properties.language),
  }
}

import * as v from 'valibot'
import { DEFAULTS } from './defaults.js'
import { SCHEDULES, type ScheduleName } from './learningRateOf.js'
import type { RowsOptions } from '../source/readRows.js'
import type { Shares } from './partition.js'

const positive = v.pipe(v.number(), v.finite(), v.gtValue(0))
const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0))
const wholeFrom = (least: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(least))
const share = v.pipe(v.number(), v.minValue(0), v.ltValue(1))
const names = v.array(v.string())

/** What `nabla train` was told, as flags or in a config file: the same names, in camel case. */
export interface TrainSettings {
  readonly target?: string[]
  readonly task?: 'classification' | 'regression'
  readonly types?: Record<string, 'number' | 'category' | 'ignore'>
  readonly missing?: 'error' | 'mean' | 'median' | 'drop' | 'category'
  readonly delimiter?: string
  readonly header?: boolean
  readonly encoding?: string
  readonly test?: number
  readonly validation?: number
  readonly folds?: number
  readonly hidden?: number[]
  readonly activation?: string
  readonly output?: string
  readonly cost?: string
  readonly optimizer?: string
  readonly momentum?: number
  readonly weightDecay?: number
  readonly l1?: number
  readonly l2?: number
  readonly maxNorm?: number
  readonly clipValue?: number
  readonly clipNorm?: number
  readonly epochs?: number
  readonly batch?: number
  readonly learningRate?: number
  readonly schedule?: ScheduleName
  readonly decayFactor?: number
  readonly decayEvery?: number
  readonly warmUp?: number
  readonly patience?: number
  readonly classWeights?: boolean
  readonly seed?: number
  readonly mode?: 'exact' | 'fast'
  readonly threads?: number
  readonly double?: boolean
  readonly out?: string
  readonly history?: string
  readonly checkpoint?: string
  readonly checkpointEvery?: number
}

const schema = /* @__PURE__ */ v.strictObject({
  $schema: v.exactOptional(v.string()),
  target: v.exactOptional(names),
  task: v.exactOptional(v.picklist(['classification', 'regression'])),
  types: v.exactOptional(v.record(v.string(), v.picklist(['number', 'category', 'ignore']))),
  missing: v.exactOptional(v.picklist(['error', 'mean', 'median', 'drop', 'category'])),
  delimiter: v.exactOptional(v.string()),
  header: v.exactOptional(v.boolean()),
  encoding: v.exactOptional(v.string()),
  test: v.exactOptional(share),
  validation: v.exactOptional(share),
  folds: v.exactOptional(wholeFrom(2)),
  hidden: v.exactOptional(v.array(wholeFrom(1))),
  activation: v.exactOptional(v.string()),
  output: v.exactOptional(v.string()),
  cost: v.exactOptional(v.string()),
  optimizer: v.exactOptional(v.string()),
  momentum: v.exactOptional(share),
  weightDecay: v.exactOptional(notNegative),
  l1: v.exactOptional(notNegative),
  l2: v.exactOptional(notNegative),
  maxNorm: v.exactOptional(positive),
  clipValue: v.exactOptional(positive),
  clipNorm: v.exactOptional(positive),
  epochs: v.exactOptional(wholeFrom(1)),
  batch: v.exactOptional(wholeFrom(1)),
  learningRate: v.exactOptional(positive),
  schedule: v.exactOptional(v.picklist(SCHEDULES)),
  decayFactor: v.exactOptional(v.pipe(positive, v.maxValue(1))),
  decayEvery: v.exactOptional(wholeFrom(1)),
  warmUp: v.exactOptional(wholeFrom(1)),
  patience: v.exactOptional(wholeFrom(0)),
  classWeights: v.exactOptional(v.boolean()),
  seed: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
  mode: v.exactOptional(v.picklist(['exact', 'fast'])),
  threads: v.exactOptional(wholeFrom(1)),
  double: v.exactOptional(v.boolean()),
  out: v.exactOptional(v.string()),
  history: v.exactOptional(v.string()),
  checkpoint: v.exactOptional(v.string()),
  checkpointEvery: v.exactOptional(wholeFrom(1)),
})

/**
 * What a config file may hold. The published JSON schema is made of this. A plugin is code, and no file names one.
 *
 * Shapes: none.
 */
export const trainSettings: v.GenericSchema<unknown, TrainSettings & { $schema?: string }> = schema

/** The names of all settings. */
export const settingNames: readonly string[] = /* @__PURE__ */ Object.keys(schema.entries)

/**
 * How rows are written, of all settings.
 *
 * Shapes: none.
 */
export function rowsOptions({ delimiter, header, encoding }: TrainSettings): RowsOptions {
  return { ...(delimiter !== undefined && { delimiter }), ...(header !== undefined && { header }), ...(encoding !== undefined && { encoding }) }
}

/**
 * The shares that are not trained on, with their defaults.
 *
 * Shapes: none.
 */
export function sharesOf({ test = DEFAULTS.test, validation = DEFAULTS.validation }: TrainSettings): Shares {
  return { test, validation }
}

/** What a training has to have the same, beside its data, so that it goes on to the same bits. */
const DECIDING = ['schedule', 'decayFactor', 'decayEvery', 'warmUp', 'momentum', 'weightDecay', 'l1', 'l2', 'maxNorm', 'clipValue', 'clipNorm', 'classWeights'] as const

/**
 * The settings that decide the bits of a training, and are not seen in the network itself. How many epochs there are does so where η is to
 * come down by the last.
 *
 * Shapes: plain data, for checkpoints.
 */
export function decidingBits(settings: TrainSettings, { batch, epochs, seed }: { batch: number; epochs: number; seed: number }): Record<string, string | number | boolean> {
  const given = DECIDING.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]] as const]))
  const all = ['step', 'cosine', 'one-cycle'].includes(settings.schedule ?? '') ? { epochs } : {}
  return { batch, learningRate: settings.learningRate ?? DEFAULTS.learningRate, seed, ...all, ...Object.fromEntries(given) }
}

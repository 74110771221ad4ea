import * as v from 'valibot'

const positive = v.pipe(v.number(), v.finite(), v.gtValue(0))
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
  readonly hidden?: number[]
  readonly activation?: string
  readonly output?: string
  readonly cost?: string
  readonly optimizer?: string
  readonly epochs?: number
  readonly batch?: number
  readonly learningRate?: number
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
  hidden: v.exactOptional(v.array(wholeFrom(1))),
  activation: v.exactOptional(v.string()),
  output: v.exactOptional(v.string()),
  cost: v.exactOptional(v.string()),
  optimizer: v.exactOptional(v.string()),
  epochs: v.exactOptional(wholeFrom(1)),
  batch: v.exactOptional(wholeFrom(1)),
  learningRate: v.exactOptional(positive),
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

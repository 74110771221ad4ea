import { completeRows, fitPreprocessing, preprocess, select, type Preprocessing, type Samples, type Table } from '@nablajs/data'
import { DataError, OptionError } from '@nablajs/linalg'
import { arrayTable, namesOf } from '../source/arrayTable.js'
import type { ColumnDecision } from '../terminal/columnsTable.js'
import { classesOf, classTargets, labelsOf, pixelColumn, pixelsOf, type Pixels } from '../source/images.js'
import type { Partition } from './partition.js'
import { samplesIn, type ArraySource, type Source } from '../source/source.js'
import type { TrainSettings } from './trainSettings.js'

/** What a network can learn from, before it is divided. */
export interface Learnable {
  /** The rows that are used. */
  readonly rows: readonly number[]
  /** The class of every row, used or not, where there are classes. */
  readonly labels?: readonly string[]
  /** Rows from this one on are for testing alone. */
  readonly testFrom?: number
  /** Decides how rows become numbers, by those that are trained on. */
  fit(partition: Partition): Prepared
}

/** Samples, divided, and how rows became them. */
export interface Prepared {
  readonly preprocessing: Preprocessing
  readonly decisions: readonly ColumnDecision[]
  readonly training: Samples
  readonly validation?: Samples
  readonly test?: Samples
}

/**
 * What of a source is learnt from.
 *
 * Shapes: none. Throws `DataError` and `OptionError` for data and settings that do not go together.
 */
export function learnable(source: Source, settings: TrainSettings): Learnable {
  if (source.kind === 'table') return fromTable(source.table, settings)
  const pixels = pixelsOf(source)
  const classes = settings.task === 'regression' ? undefined : classesOf(source)
  const labels = labelsOf(source)
  const { testFrom } = source
  if (testFrom !== undefined && settings.test !== undefined) throw hasTest(source)
  const rest = testFrom === undefined ? {} : { testFrom }
  if (pixels && classes) return { ...fromImages(source, pixels, labels, classes, settings), ...rest }
  // Numbers in an array are numbers, even where they count the rows as an id does.
  const types = { ...Object.fromEntries(namesOf(source.x).map((name) => [name, 'number' as const])), ...settings.types }
  return { ...fromTable(arrayTable(source), { ...settings, types, target: settings.target ?? (source.y ? namesOf(source.y) : []) }), ...rest }
}

function fromTable(table: Table, { target, task, types, missing }: TrainSettings): Learnable {
  const options = { ...(target && { target }), ...(task && { task }), ...(types && { types }), ...(missing && { missing }) }
  // Once over all rows, to know which columns and which kind of target there are, and then on the training rows alone.
  const all = fitPreprocessing(table, options)
  const used = all.decisions.filter(({ use }) => use !== 'left out').map(({ name }) => name)
  const rows = missing === 'drop' ? completeRows(table, used) : Array.from({ length: table.rows }, (_, row) => row)
  const { target: found } = all.preprocessing
  const cells = found.kind === 'classes' ? (table.columns.find(({ name }) => name === found.name)?.cells ?? []) : undefined
  return {
    rows,
    ...(cells && { labels: cells.map((cell) => cell.trim()) }),
    fit(partition) {
      const { preprocessing, decisions } = fitPreprocessing(table, { ...options, rows: partition.training })
      return { preprocessing, decisions, ...parts(partition, (part) => preprocess(table, preprocessing, part)) }
    },
  }
}

function fromImages(source: ArraySource, pixels: Pixels, labels: readonly string[], classes: readonly string[], settings: TrainSettings): Learnable {
  for (const option of ['target', 'types', 'missing'] as const) if (settings[option] !== undefined) throw ofTables(option)
  if (classes.length < 2) {
    throw new DataError({ where: source.name, expected: 'at least two classes', got: classes.join(', ') || 'none', fix: 'Give labels that differ.' })
  }
  const name = source.y?.name ?? ''
  const targets = classTargets(source, labels, classes)
  return {
    rows: Array.from({ length: samplesIn(source) }, (_, i) => i),
    labels,
    fit(partition) {
      const column = pixelColumn(pixels, partition.training)
      const preprocessing: Preprocessing = { inputs: [column], target: { kind: 'classes', name, classes } }
      const all = { ...targets, inputs: { ...pixels, scale: column.scale } }
      const decisions = [
        { name: column.name, use: 'bytes', why: `${source.x.dims.slice(1).join(' × ')} bytes of 0 … ${Math.round(1 / column.scale)}, which become 0 … 1` },
        { name, use: 'target', why: `${classes.length} classes` },
      ]
      return { preprocessing, decisions, ...parts(partition, (part) => select(all, part)) }
    },
  }
}

function parts({ training, validation, test }: Partition, samples: (part: readonly number[]) => Samples): Pick<Prepared, 'training' | 'validation' | 'test'> {
  return {
    training: samples(training),
    ...(validation.length > 0 && { validation: samples(validation) }),
    ...(test.length > 0 && { test: samples(test) }),
  }
}

function ofTables(option: string): OptionError {
  return new OptionError({ option, where: `--${option}`, expected: 'a table', got: 'images', fix: 'Leave it out: images have pixels and a label.' })
}

function hasTest({ name }: ArraySource): OptionError {
  return new OptionError({ option: 'test', where: '--test', expected: `none: ${name} brings samples to test on`, got: 'a share', fix: 'Leave it out; --validation takes a share of the others.' })
}

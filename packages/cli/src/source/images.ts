import { oneHot, type InputColumn, type LabelledSamples, type Preprocessing, type Samples } from '@nablajs/data'
import { DataError } from '@nablajs/linalg'
import { samplesIn, type ArraySource } from './source.js'

/** Images are bytes, and so are their labels: as many classes as there are of those. */
const MOST_CLASSES = 256

/** Bytes, sample after sample. */
export interface Pixels {
  readonly rows: number
  readonly data: Uint8Array
}

/**
 * The bytes of a source that has such, for each sample as many.
 *
 * Shapes: (Π dims / m) × m; undefined for numbers that are no bytes.
 */
export function pixelsOf({ x }: ArraySource): Pixels | undefined {
  const [m = 0] = x.dims
  return x.data instanceof Uint8Array && m > 0 ? { rows: x.data.length / m, data: x.data } : undefined
}

/**
 * The classes of a source's targets, numbers in their order; undefined where they are none: no whole numbers, or too many.
 *
 * Shapes: a name for each class.
 */
export function classesOf({ y, classes }: ArraySource): readonly string[] | undefined {
  if (classes) return classes
  if (y?.dims.length !== 1) return undefined
  const found = new Set(Array.from(y.data))
  if (found.size > MOST_CLASSES || ![...found].every(Number.isInteger)) return undefined
  return [...found].sort((p, q) => p - q).map(String)
}

/**
 * The label of each sample.
 *
 * Shapes: m names. Throws `DataError` where there are none, or another number of them.
 */
export function labelsOf(source: ArraySource): string[] {
  const { name, y, classes } = source
  const m = samplesIn(source)
  if (y?.dims[0] === m) return Array.from(y.data, (number) => classes?.[number] ?? String(number))
  throw new DataError({
    where: name,
    expected: `${m} targets, one for each sample`,
    got: y ? String(y.dims[0]) : 'none',
    fix: y ? 'Give the two files of one set.' : 'Give the file of the targets after that of the inputs.',
  })
}

/**
 * How images become inputs: their bytes times a scale that makes the greatest of the samples trained on 1.
 *
 * Shapes: `training`: the samples trained on.
 */
export function pixelColumn({ rows, data }: Pixels, training: readonly number[]): InputColumn & { kind: 'bytes' } {
  let greatest = 0
  for (const i of training) for (let j = i * rows; j < (i + 1) * rows; j++) greatest = Math.max(greatest, data[j] ?? 0)
  return { name: 'pixels', kind: 'bytes', count: rows, scale: 1 / Math.max(1, greatest) }
}

/**
 * Images as inputs of a network that was trained on such.
 *
 * Shapes: returns n_1 × m. Throws `DataError` for images of another size, and for a network of another kind.
 */
export function imageInputs(source: ArraySource, { inputs: [column] }: Preprocessing): Samples['inputs'] {
  const pixels = pixelsOf(source)
  if (column?.kind === 'bytes' && pixels?.rows === column.count) return { ...pixels, scale: column.scale }
  throw new DataError({
    where: source.name,
    expected: column?.kind === 'bytes' ? `images of ${column.count} bytes, as were trained on` : 'a table',
    got: pixels ? `images of ${pixels.rows} bytes` : 'numbers that are no bytes',
    fix: 'Give data like those that the model was trained on.',
  })
}

/**
 * Images with their classes as samples.
 *
 * Shapes: inputs n_1 × m, targets n_L × m. Throws `DataError` for a label that is none of the classes, naming the sample.
 */
export function imageSamples(source: ArraySource, preprocessing: Preprocessing): Samples {
  const inputs = imageInputs(source, preprocessing)
  const classes = preprocessing.target.kind === 'classes' ? preprocessing.target.classes : []
  return { ...classTargets(source, labelsOf(source), classes), inputs }
}

/**
 * The targets of samples by the names of their classes.
 *
 * Shapes: targets n_L × m, one-hot. Throws `DataError` for a label that is none of the classes, naming the sample.
 */
export function classTargets(source: ArraySource, names: readonly string[], classes: readonly string[]): Pick<LabelledSamples, 'size' | 'targets' | 'labels'> {
  const places = new Map(classes.map((name, place) => [name, place]))
  const labels = Uint8Array.from(names, (name, i) => places.get(name) ?? noClass(source, i, name, classes))
  return { size: labels.length, targets: oneHot(labels, classes.length), labels }
}

function noClass(source: ArraySource, sample: number, got: string, classes: readonly string[]): never {
  throw new DataError({
    sample,
    where: `${source.name}, sample ${sample}`,
    expected: `one of the classes trained on: ${classes.join(', ')}`,
    got,
    fix: 'Correct it, or train on data that have it.',
  })
}

import { extname, resolve } from 'node:path'
import { OptionError } from '@nablajs/linalg'
import { onnxValues, toJson, toOnnx, toSafetensors } from '@nablajs/model-io'
import { loadModel, replaceFile } from '@nablajs/model-io/node'
import { requirePreprocessing } from '../loadForUse.js'
import { graphValue, type GraphValue } from './graphValue.js'
import type { Plugins } from '../plugins.js'
import type { Surroundings } from '../surroundings.js'
import { counted, printable, type Terminal } from '../terminal/terminal.js'

/** What a model can be written as; each is the ending of its files too. */
export const FORMATS = ['safetensors', 'json', 'onnx'] as const

/** One of them. */
export type Format = (typeof FORMATS)[number]

/** The flags of `nabla export` alone. */
export interface ExportFlags {
  readonly to: string
  readonly format?: Format
  /** The graph takes the columns of a table, and gives what they stand for. */
  readonly withPreprocessing?: boolean
}

/** What a graph takes and gives. */
interface GraphValues {
  readonly inputs: readonly GraphValue[]
  readonly outputs: readonly GraphValue[]
}

/** What was written, for machines. */
export interface Exported extends Partial<GraphValues> {
  readonly model: string
  readonly file: string
  readonly format: Format
  readonly bytes: number
}

/**
 * `nabla export`: writes a model in another format. A file that is there is replaced, whole or not at all.
 *
 * Shapes: none. Rejects as `loadModel` and `toOnnx` do, with `OptionError` for a format that is not said or does not fit the flags, `DataError`
 * for a model without preprocessing where that is asked for, `FileError` where the disk refuses.
 */
export async function exportModel(model: string, flags: ExportFlags, { activations }: Plugins, { io }: Surroundings, out: Terminal): Promise<Exported> {
  const { to, withPreprocessing = false } = flags
  const format = flags.format ?? formatOf(to)
  if (withPreprocessing && format !== 'onnx') throw hasItAnyway(format)
  const { net, preprocessing, cost } = await loadModel(resolve(io.cwd, model), { activations: [...activations.values()] })
  const said = { ...(cost !== undefined && { cost: { name: cost } }), ...(preprocessing && { preprocessing }) }
  const inside = withPreprocessing ? requirePreprocessing(model, preprocessing) : undefined
  const writers: Record<Format, () => Uint8Array> = {
    safetensors: () => toSafetensors(net, said),
    json: () => new TextEncoder().encode(toJson(net, said)),
    onnx: () => toOnnx(net, inside && { preprocessing: inside }),
  }
  const bytes = writers[format]()
  await replaceFile(resolve(io.cwd, to), bytes)
  out.show(`${to} is written: ${counted(bytes.length)} bytes of ${format}, the network [${net.sizes.join(', ')}] with ${counted(net.parameters.length)} parameters`)
  const exported = { model, file: to, format, bytes: bytes.length }
  if (format !== 'onnx') return exported
  const { inputs, outputs } = onnxValues(net, inside && { preprocessing: inside })
  const values = { inputs: inputs.map(graphValue), outputs: outputs.map(graphValue) }
  showUse(to, values, preprocessing !== undefined && !withPreprocessing, out)
  return { ...exported, ...values }
}

function showUse(file: string, { inputs, outputs }: GraphValues, numbersAlone: boolean, out: Terminal): void {
  const lines = (values: readonly GraphValue[]) => values.map(({ name, type, shape }) => `  ${printable(name)}: ${type} [${shape.join(', ')}]`).join('\n')
  out.show(`\nIt takes, where N is the number of rows,\n${lines(inputs)}\nand gives\n${lines(outputs)}\n`)
  const fed = inputs.map(({ name }) => `${JSON.stringify(name)}: …`).join(', ')
  out.show(`In Python: onnxruntime.InferenceSession(${JSON.stringify(file)}).run(None, {${printable(fed)}})`)
  if (numbersAlone) out.show('x are numbers as the preprocessing makes them of a row; --with-preprocessing puts that into the graph.')
}

function formatOf(to: string): Format {
  const ending = extname(to).slice(1).toLowerCase()
  const format = FORMATS.find((candidate) => candidate === ending)
  if (format !== undefined) return format
  throw new OptionError({
    option: 'to',
    where: `--to ${to}`,
    expected: `a name that ends in one of ${FORMATS.map((name) => `.${name}`).join(', ')}`,
    got: ending === '' ? 'no ending' : `.${ending}`,
    fix: `Rename it, or say the format: --format ${FORMATS[0]}.`,
  })
}

function hasItAnyway(format: Format): OptionError {
  return new OptionError({
    option: 'with-preprocessing',
    where: '--with-preprocessing',
    expected: 'the format onnx',
    got: format,
    fix: `Leave it out: a model in ${format} says how rows become its inputs wherever the given one does.`,
  })
}

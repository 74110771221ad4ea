import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as onnx from 'onnxruntime-web'
import { beforeAll, expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { onnxValues } from '@nablajs/model-io'
import { saveModel } from '@nablajs/model-io/node'
import type { Exported } from './exportModel.js'
import { graphValue, type GraphValue } from './graphValue.js'
import { run } from '../testing/run.js'

onnx.env.wasm.numThreads = 1

const folder = mkdtempSync(join(tmpdir(), 'nabla-'))
copyFileSync(fileURLToPath(new URL('../testing/iris.csv', import.meta.url)), join(folder, 'iris.csv'))
const bytesOf = (name: string) => readFileSync(join(folder, name))

beforeAll(async () => {
  await run(['train', 'iris.csv', '--epochs', '20', '--quiet'], { cwd: folder })
  const rows = Array.from({ length: 40 }, (_, i) => `${['red', 'blue', 'green'][i % 3] ?? ''},${i},${2 * i + (i % 3)}`)
  writeFileSync(join(folder, 'line.csv'), `colour,x,y\n${rows.join('\n')}\n`)
  await run(['train', 'line.csv', '--types', 'x=number', '--task', 'regression', '--epochs', '20', '--quiet'], { cwd: folder })
})

async function exported(words: readonly string[]): Promise<Exported> {
  const { code, stdout, stderr } = await run(['export', ...words, '--json', '--quiet'], { cwd: folder })
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as Exported
}

/** The outputs of an ONNX file over the rows of a table, whose columns are fed as the command said. */
async function outputsOf({ file, inputs = [] }: Exported, table: string): Promise<Record<string, unknown[]>> {
  const [head = '', ...lines] = readFileSync(join(folder, table), 'utf8').trim().split('\n')
  const names = head.split(',')
  const tensor = ({ name, type }: GraphValue) => {
    const cells = lines.map((line) => line.split(',')[names.indexOf(name)] ?? '')
    return type === 'string' ? new onnx.Tensor('string', cells, [cells.length, 1]) : new onnx.Tensor('float64', Float64Array.from(cells, Number), [cells.length, 1])
  }
  const session = await onnx.InferenceSession.create(bytesOf(file), { logSeverityLevel: 4 })
  const found = await session.run(Object.fromEntries(inputs.map((input) => [input.name, tensor(input)])))
  return Object.fromEntries(Object.entries(found).map(([name, { data }]) => [name, Array.from<unknown>(data as ArrayLike<unknown>)]))
}

it('writes ONNX that another runtime runs on the columns of a table, to the predictions of this one', async () => {
  const written = await exported(['iris.safetensors', '--to', 'whole.onnx', '--with-preprocessing'])
  expect([written.format, written.bytes]).toEqual(['onnx', bytesOf('whole.onnx').length])
  const { class: found } = await outputsOf(written, 'iris.csv')
  const { stdout } = await run(['predict', 'iris.safetensors', 'iris.csv'], { cwd: folder })
  expect(found).toEqual(stdout.trim().split('\n').slice(1))
  const numbers = await exported(['line.safetensors', '--to', 'line.onnx', '--with-preprocessing'])
  const { y } = await outputsOf(numbers, 'line.csv')
  const own = (await run(['predict', 'line.safetensors', 'line.csv'], { cwd: folder })).stdout.trim().split('\n').slice(1)
  own.forEach((prediction, i) => expect(Number(y![i])).toBeCloseTo(Number(prediction), 3))
})

it('says what the graph takes and gives, and what x is', async () => {
  const { code, stdout } = await run(['export', 'iris.safetensors', '--to', 'x.onnx'], { cwd: folder })
  expect(code).toBe(0)
  expect(stdout).toContain('x.onnx is written: ')
  expect(stdout).toContain('the network [4, 16, 3] with 131 parameters')
  expect(stdout).toContain('  x: float32 [N, 4]\nand gives\n  y: float32 [N, 3]\n')
  expect(stdout).toContain('onnxruntime.InferenceSession("x.onnx").run(None, {"x": …})')
  expect(stdout).toContain('--with-preprocessing puts that into the graph')
  const whole = await run(['export', 'iris.safetensors', '--to', 'x.onnx', '--with-preprocessing'], { cwd: folder })
  expect(whole.stdout).toContain('  class: string [N]\n')
  expect(whole.stdout).not.toContain('x are numbers')
  const { inputNames, outputNames } = await onnx.InferenceSession.create(bytesOf('x.onnx'), { logSeverityLevel: 4 })
  for (const name of [...inputNames, ...outputNames]) expect(whole.stdout).toContain(`  ${name}: `)
})

it('gives the same bytes again by way of JSON, whatever the file is called', async () => {
  await exported(['iris.safetensors', '--to', 'through.json'])
  await exported(['through.json', '--to', 'again', '--format', 'safetensors'])
  expect(bytesOf('again')).toEqual(bytesOf('iris.safetensors'))
})

it('writes nothing where it cannot', async () => {
  await saveModel(join(folder, 'bare.json'), network([2, 1], { activation: sigmoid }))
  writeFileSync(join(folder, 'own.mjs'), "export const own = { name: 'own', f: (z) => z, fPrime: () => 1, apply(z, a) { a.data.set(z.data) }, pullback(z, a, g, d) { d.data.set(g.data) }, kernelOf: () => undefined }")
  await run(['train', 'iris.csv', '--plugin', 'own.mjs', '--activation', 'own', '--epochs', '1', '--quiet', '--out', 'own.safetensors'], { cwd: folder })
  for (const [words, code, message] of [
    [['iris.safetensors', '--to', 'no.onx'], 2, 'expected a name that ends in one of .safetensors, .json, .onnx, got .onx'],
    [['iris.safetensors', '--to', 'no'], 2, 'got no ending. Rename it, or say the format'],
    [['iris.safetensors', '--to', 'no.json', '--with-preprocessing'], 2, '--with-preprocessing: expected the format onnx, got json'],
    [['iris.safetensors'], 2, '--to <file>'],
    [['bare.json', '--to', 'no.onnx', '--with-preprocessing'], 3, 'a model that says how rows become its inputs'],
    [['own.safetensors', '--to', 'no.onnx', '--plugin', 'own.mjs'], 2, 'Save the network as .safetensors'],
    [['iris.safetensors', '--to', 'none/no.onnx'], 3, 'no.onnx'],
  ] as const) {
    expect(await run(['export', ...words], { cwd: folder })).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) as string })
  }
  expect(['no.onx', 'no', 'no.json', 'no.onnx'].filter((name) => existsSync(join(folder, name)))).toEqual([])
})

it('knows images as bytes', () => {
  const { inputs } = onnxValues(network([784, 10], { activation: sigmoid }), { preprocessing: { inputs: [{ name: 'image', kind: 'bytes', count: 784, scale: 1 / 255 }], target: { kind: 'classes', name: 'digit', classes: ['0'] } } })
  expect(inputs.map(graphValue)).toEqual([{ name: 'image', type: 'uint8', shape: ['N', 784] }])
})

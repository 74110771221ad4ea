import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sigmoid, tanh } from '@nablajs/activations'
import { feedforward, network, type Network } from '@nablajs/backprop'
import { crossEntropy } from '@nablajs/costs'
import { adam, train } from '@nablajs/trainer'
import { expect, it, onTestFinished } from 'vitest'
import { VERSION } from './checkpointFrame.js'
import { loadCheckpoint } from './loadCheckpoint.js'
import { loadModel } from './loadModel.js'
import { MODEL_VERSION } from './modelDescription.js'

const folder = fileURLToPath(new URL('../formats', import.meta.url))

/** The files of released versions, by the hashes that they were released with: a line is added here, and none is ever changed. */
const HASHES: Readonly<Record<string, string>> = {
  'checkpoint-1.bin': 'd1cce3bdb6e4c7471ad63bc11b72651b34fda42d2025250013f059591fe21a7e',
  'expected-1.json': 'b892198bef0a845a7f92295d2cdebb05a9f85c16ae0613c2159e382de4411090',
  'model-1.json': '3250c14ae726a9651f780a54ab83379301957c13b1fadcf0c5987bfeb667bc3e',
  'model-1.safetensors': '1b44c0dbd234e3c6bba7607455897741702823bd432574c8a58ab2aeffb73f13',
}

interface Outputs {
  readonly inputs: readonly (readonly number[])[]
  readonly outputs: readonly (readonly number[])[]
}

interface Expected extends Readonly<Record<'model-1.safetensors' | 'model-1.json' | 'checkpoint-1.bin', Outputs>> {
  readonly parametersInTheEnd: readonly number[]
}

const expected = JSON.parse(await readFile(join(folder, 'expected-1.json'), 'utf8')) as Expected

/** Numbers in JSON are written so that the same bits are read again. */
function expectOutputs(net: Network, { inputs, outputs }: Outputs): void {
  for (const [i, column] of inputs.entries()) expect([...feedforward(net, column).data]).toEqual(outputs[i])
}

it('has files of every version of each format, unchanged', async () => {
  const names = (await readdir(folder)).filter((name) => name !== 'README.md' && name !== '.gitattributes')
  const hashOf = async (name: string) => [name, createHash('sha256').update(await readFile(join(folder, name))).digest('hex')]
  expect(Object.fromEntries(await Promise.all(names.map(hashOf)))).toEqual(HASHES)
  for (let version = 1; version <= MODEL_VERSION; version++) expect(names).toEqual(expect.arrayContaining([`model-${version}.safetensors`, `model-${version}.json`]))
  for (let version = 1; version <= VERSION; version++) expect(names).toContain(`checkpoint-${version}.bin`)
})

it.each(['model-1.safetensors', 'model-1.json'] as const)('computes the bits of the release that wrote %s', async (name) => {
  const { net, cost, preprocessing } = await loadModel(join(folder, name))
  expectOutputs(net, expected[name])
  expect(Object.is(net.parameters[0], -0)).toBe(true)
  expect(cost).toBe(name === 'model-1.json' ? 'crossEntropy' : 'logLikelihood')
  expect(preprocessing?.target).toEqual(name === 'model-1.json' ? undefined : { kind: 'classes', name: 'kind', classes: ['lily', 'rose'] })
})

it('goes on from a checkpoint of version 1 to the bits of the release that wrote it', async () => {
  const run = await mkdtemp(join(tmpdir(), 'formats-'))
  onTestFinished(() => rm(run, { recursive: true }))
  await copyFile(join(folder, 'checkpoint-1.bin'), join(run, 'checkpoint-00001-0000001.bin'))
  const net = network([2, { neurons: 3, activation: tanh }, 1], { activation: sigmoid })
  const loaded = await loadCheckpoint(run, { net, cost: crossEntropy })
  expect(loaded).toMatchObject({ options: { seed: 13 }, state: { step: 8, epoch: 3, position: 4, optimizer: 'adam', best: { epoch: 2 } } })
  const { state: resume } = loaded!
  net.parameters.set(resume.parameters)
  expectOutputs(net, expected['checkpoint-1.bin'])
  const samples = {
    size: 5,
    inputs: { rows: 2, data: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1, 0.5, -1) },
    targets: { rows: 1, data: Float32Array.of(0, 1, 1, 0, 1) },
  }
  const learningRate = ({ step }: { step: number }) => 0.5 / (1 + step / 8)
  const options = { cost: crossEntropy, epochs: 4, batchSize: 2, learningRate, optimizer: adam(), test: samples, earlyStopping: {}, resume }
  for await (const { number } of train(net, samples, options)) expect(number).toBeGreaterThanOrEqual(3)
  expect([...net.parameters]).toEqual(expected.parametersInTheEnd)
})

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineActivation, network } from 'nabla'
import { loadModel, saveModel } from 'nabla/node'
import type { BadInput, Give } from '../badInput.js'
import { good, trained } from './table.js'

const predicted: Give = ({ nabla }) => nabla(['predict', 'm.safetensors', 't.csv'])
const loaded: Give = async ({ folder }) => `${(await loadModel(join(folder, 'm.safetensors'))).net.L} layers`
const zip = Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 8, 0, 0, 0, 0])
const hdf5 = Buffer.from('\x89HDF\r\n\x1a\n', 'latin1')
const pickle = Buffer.from([0x80, 4, 0x95, 17, 0, 0, 0, 0, 0, 0, 0, 0x7d])

/** Softplus-like in name alone: a file names its plugins. */
const mine = defineActivation({ name: 'mine', f: (z) => z / (1 + Math.abs(z)), fPrime: (z) => 1 / (1 + Math.abs(z)) ** 2 })

/** 40: models. */
export const models: readonly BadInput[] = [
  {
    number: 40, given: 'a table without a column of the model', answer: 'error', names: ['other.csv', 'a column "z"', '"x", "w"'], files: { 't.csv': good, 'other.csv': 'x,w\n1,2\n' },
    async give(place) {
      await trained()(place)
      return place.nabla(['predict', 't.safetensors', 'other.csv'])
    },
  },
  {
    number: 40, given: 'a model whose activation is of a plugin that is not given', answer: 'error', names: ['m.safetensors', 'layer 2', '"mine"', 'activations: [mine]'],
    async give(place) {
      await saveModel(join(place.folder, 'm.safetensors'), await network([2, 1], { activation: mine }))
      return loaded(place)
    },
  },
  {
    number: 40, given: 'a model of a later version', answer: 'error', names: ['m.json', 'version'],
    async give(place) {
      const path = join(place.folder, 'm.json')
      await saveModel(path, await network([2, 1]))
      await writeFile(path, (await readFile(path, 'utf8')).replace(/("version":\s*)1/, '$199'))
      return String((await loadModel(path)).net.L)
    },
  },
  { number: 40, given: 'a `.pt` of PyTorch named `.safetensors`', answer: 'error', names: ['m.safetensors', 'PyTorch'], files: { 'm.safetensors': zip, 't.csv': good }, give: predicted },
  { number: 40, given: 'an `.h5` of Keras named `.safetensors`', answer: 'error', names: ['m.safetensors', 'HDF5', 'Keras'], files: { 'm.safetensors': hdf5, 't.csv': good }, give: predicted },
  { number: 40, given: 'a pickle named `.safetensors`', answer: 'error', names: ['m.safetensors', 'pickle', 'can run code'], files: { 'm.safetensors': pickle, 't.csv': good }, give: predicted },
  { number: 40, given: 'a model that a download cut off', answer: 'error', names: ['m.safetensors', 'cut off'], async give(place) {
    const path = join(place.folder, 'm.safetensors')
    await saveModel(path, await network([2, 1]))
    await writeFile(path, (await readFile(path)).subarray(0, 60))
    return loaded(place)
  } },
  { number: 40, given: 'the table in place of the model', answer: 'error', names: ['t.csv'], files: { 't.csv': good }, give: ({ nabla }) => nabla(['predict', 't.csv', 't.csv']) },
  { number: 40, given: 'a model that is not there', answer: 'error', names: ['m.safetensors'], files: { 't.csv': good }, give: predicted },
]

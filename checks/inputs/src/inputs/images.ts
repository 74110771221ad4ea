import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { dataset, feedforward, idxSamples, network, readIdx, sigmoid } from 'nabla'
import { readImageFolder, readMnist } from 'nabla/node'
import type { BadInput, Give } from '../badInput.js'
import { idxFile, pngFile } from './imageFiles.js'

/** Six images of 2 × 3 pixels, each with its label. */
const images = idxFile([6, 2, 3], Array.from({ length: 36 }, (_, i) => i))
const labels = idxFile([6], [0, 1, 2, 3, 4, 5])
const mnist = (wrong: Readonly<Record<string, Buffer>>) => ({
  'train-images-idx3-ubyte': images, 'train-labels-idx1-ubyte': labels, 't10k-images-idx3-ubyte': images, 't10k-labels-idx1-ubyte': labels, ...wrong,
})
const asMnist: Give = async ({ folder }) => `${(await readMnist(folder)).test.size} test samples`
const idx: Give = async ({ folder }) => {
  const { type, dims } = await readIdx(await readFile(join(folder, 'images.gz')), { name: 'images.gz' })
  return `${dims.join(' × ')} ${type}`
}
const folderOfImages: Give = async ({ folder }) => {
  const { samples, width, height, channels } = await readImageFolder(folder)
  return `${samples.size} samples of ${width} × ${height} × ${channels}`
}
const cat = { 'cat/1.png': pngFile(28, 28, 'grey', [7]) }

/** 21 – 29: images and IDX files. */
export const imageInputs: readonly BadInput[] = [
  { number: 21, given: 'the files of images and of labels swapped', answer: 'error', names: ['images', 'labels first', 'Swap'], files: mnist({ 'train-images-idx3-ubyte': labels, 'train-labels-idx1-ubyte': images }), give: asMnist },
  { number: 22, given: 'fewer labels than images', answer: 'error', names: ['labels', '6, one for each image'], files: mnist({ 'train-labels-idx1-ubyte': idxFile([5], [0, 1, 2, 3, 4]) }), give: asMnist },
  { number: 23, given: 'a file that a download cut off', answer: 'error', names: ['train-images-idx3-ubyte, byte 40', 'ownload'], files: mnist({ 'train-images-idx3-ubyte': images.subarray(0, 40) }), give: asMnist },
  { number: 23, given: 'the same of a gzip file', answer: 'error', names: ['images.gz', 'ownload'], files: { 'images.gz': gzipSync(images).subarray(0, 40) }, give: idx },
  { number: 24, given: 'a page of HTML named .gz', answer: 'error', names: ['images.gz, byte 0', 'web page'], files: { 'images.gz': '<!DOCTYPE html><title>404</title>' }, give: idx },
  { number: 25, given: 'a file named .gz that is unpacked already', answer: 'policy', policy: 'Read: its first bytes count, not its name.', names: ['6 × 2 × 3 uint8'], files: { 'images.gz': images }, give: idx },
  { number: 25, given: 'a gzip file packed twice', answer: 'error', names: ['images.gz', 'npack'], files: { 'images.gz': gzipSync(gzipSync(images)) }, give: idx },
  {
    number: 26, given: 'pixels 0 … 255', answer: 'policy', policy: 'Readers of images scale them to 0 … 1; the bytes stay bytes.', names: ['times 1/255'],
    async give() {
      const { inputs } = idxSamples(await readIdx(images), await readIdx(labels))
      return inputs.scale === 1 / 255 && inputs.data instanceof Uint8Array ? 'bytes, times 1/255' : 'as they are'
    },
  },
  {
    number: 27, given: 'black on white where white on black was trained on', answer: 'policy', policy: 'Bytes do not say which is ink: taken as they are, 0 black, 255 white. The README of @nablajs/data says so.', names: ['0, 1'],
    async give() {
      const { inputs } = idxSamples(await readIdx(idxFile([1, 1, 2], [0, 255])), await readIdx(idxFile([1], [0])))
      return Array.from(inputs.data, (pixel) => pixel * (inputs.scale ?? 1)).join(', ')
    },
  },
  {
    number: 28, given: 'images of 20 × 20 to a network for 28 × 28', answer: 'error', names: ['feedforward, X', 'samples of 784 numbers'],
    async give() {
      const net = await network([784, 30, 10], { activation: sigmoid })
      return String(feedforward(net, dataset({ rows: 400, data: new Uint8Array(800), scale: 1 / 255 }, [[0], [1]]).inputs).cols)
    },
  },
  { number: 28, given: 'images of two sizes in a folder', answer: 'error', names: ['dog/1.png', '20 × 20 pixels'], files: { ...cat, 'dog/1.png': pngFile(20, 20, 'grey', [7]) }, give: folderOfImages },
  { number: 28, given: 'RGB images among grey ones', answer: 'error', names: ['dog/1.png', '28 × 28 pixels of 3'], files: { ...cat, 'dog/1.png': pngFile(28, 28, 'rgb', [7, 8, 9]) }, give: folderOfImages },
  { number: 28, given: 'a PNG of 16 bits', answer: 'error', names: ['cat/1.png', '16', '8 bits'], files: { 'cat/1.png': pngFile(28, 28, 'grey', [7, 7], 16), 'dog/1.png': pngFile(28, 28, 'grey', [7]) }, give: folderOfImages },
  {
    number: 28, given: 'PNGs with a palette', answer: 'policy', policy: 'The colours of the palette are taken, three numbers a pixel.', names: ['28 × 28 × 3'],
    files: { 'cat/1.png': pngFile(28, 28, 'palette', [1]), 'dog/1.png': pngFile(28, 28, 'palette', [0]) }, give: folderOfImages,
  },
  {
    number: 29, given: 'images written column after column, as MATLAB does', answer: 'policy', policy: 'Bytes do not say so: pixels are taken row after row. The README of @nablajs/data says so.', names: ['1, 2, 3, 4, 5, 6'],
    async give() {
      const { inputs } = idxSamples(await readIdx(idxFile([1, 2, 3], [1, 2, 3, 4, 5, 6])), await readIdx(idxFile([1], [0])))
      return inputs.data.join(', ')
    },
  },
]

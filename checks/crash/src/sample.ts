import { sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { checkpointOf, type Checkpoint } from '@nablajs/model-io'
import { encodeCheckpoint } from '@nablajs/model-io/node'
import { momentum, train } from '@nablajs/trainer'

/** A checkpoint of a network of these sizes that can be told from those of other steps by every array in it. */
export function sample(step: number, sizes: readonly number[] = [1, 1]): Checkpoint {
  const net = network([...sizes], { activation: sigmoid, maxBatch: 1, seed: step })
  const rows = { inputs: sizes[0] ?? 1, targets: sizes.at(-1) ?? 1 }
  const samples = {
    size: 1,
    inputs: { rows: rows.inputs, data: new Float32Array(rows.inputs) },
    targets: { rows: rows.targets, data: new Float32Array(rows.targets) },
  }
  const training = train(net, samples, { cost: quadratic, epochs: 1, batchSize: 1, learningRate: 1, optimizer: momentum() })
  return checkpointOf(net, { ...training.state(), step }, { cost: quadratic })
}

const saved = new Map<string, Uint8Array>()

/** Whether what was loaded is what was saved at its step, to the last bit. */
export function isWhole({ state, activations, cost }: Checkpoint, sizes?: readonly number[]): boolean {
  const key = `${state.step} ${String(sizes)}`
  const bytes = saved.get(key) ?? encodeCheckpoint(sample(state.step, sizes))
  saved.set(key, bytes)
  return Buffer.from(encodeCheckpoint({ state, activations, cost })).equals(bytes)
}

// The program that is killed: node program.mjs FOLDER OPTIMIZER [forgetful]. Trains with a checkpoint every few steps, goes on from the last one,
// and prints a hash. A forgetful one, the control, goes on without what the optimizer remembers.
import { sigmoid, tanh } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { crossEntropy } from '@nablajs/costs'
import { random } from '@nablajs/linalg'
import { checkpointOf } from '@nablajs/model-io'
import { loadCheckpoint, lockFolder, saveCheckpoint } from '@nablajs/model-io/node'
import { train, type TrainState } from '@nablajs/trainer'
import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { optimizerNamed } from './optimizers.js'

const [, , folder = '', name = '', forgetful] = process.argv
const SIZE = 90
/** The last minibatch of an epoch is a short one. */
const BATCH = 4
const EPOCHS = 6
const SAVE_EVERY = 5

const mark = (phase: 'T' | 'S' | 'E' | 'D') => writeSync(1, phase)

const lock = await lockFolder(folder)
const net = network([20, { neurons: 60, activation: tanh }, 3], { activation: sigmoid, seed: 7 })
const samples = drawnSamples()
const last = await loadCheckpoint(folder, { net, cost: crossEntropy })
const training = train(net, samples, {
  cost: crossEntropy,
  epochs: EPOCHS,
  batchSize: BATCH,
  learningRate: ({ step }) => 0.05 / (1 + step / 100),
  optimizer: optimizerNamed(name),
  seed: 3,
  test: samples,
  earlyStopping: {},
  onStep: ({ step }) => step % SAVE_EVERY === 0 && saveSoon(training.state()),
  onEpoch: async () => {
    mark('E')
    await save(training.state())
    mark('T')
  },
  ...(last && { resume: forgetful ? withoutMemory(last.state) : last.state }),
})

mark('T')
for await (const _ of training);
await lock.release()
mark('D')
writeSync(1, hashOf(training.state()))

/** Training waits while a state in the middle of an epoch is saved. */
function saveSoon(state: TrainState): void {
  training.pause()
  void Promise.resolve()
    .then(() => mark('S'))
    .then(() => save(state))
    .then(() => mark('T'))
    .then(() => training.proceed())
}

async function save(state: TrainState): Promise<void> {
  await saveCheckpoint(folder, checkpointOf(net, state, { cost: crossEntropy }), { lock })
}

function drawnSamples() {
  const draws = random(11)
  const inputs = { rows: 20, data: Float32Array.from({ length: 20 * SIZE }, () => draws.normal()) }
  const targets = { rows: 3, data: new Float32Array(3 * SIZE) }
  for (let i = 0; i < SIZE; i++) targets.data[3 * i + draws.integer(3)] = 1
  return { size: SIZE, inputs, targets }
}

function withoutMemory(state: TrainState): TrainState {
  return { ...state, vectors: state.vectors.map((vector) => vector.slice().fill(0)) }
}

/** All of a state but the speeds in its history. */
function hashOf({ parameters, vectors, random, step, best, history }: TrainState): string {
  const numbers = [random, step, best?.epoch, best?.value, history.map(({ cost, test }) => [cost, test?.cost])]
  const hash = createHash('sha256').update(JSON.stringify(numbers))
  for (const { buffer, byteOffset, byteLength } of [parameters, ...vectors, ...(best ? [best.parameters] : [])]) hash.update(new Uint8Array(buffer, byteOffset, byteLength))
  return hash.digest('hex')
}

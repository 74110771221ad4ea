// The program that is killed: node program.mjs FOLDER COMBINATION [forgetful]. Trains with a checkpoint every few steps, goes on from the last one,
// and prints a hash. A forgetful one, the control, goes on without what the optimizer remembers.
import { crossEntropy } from '@nablajs/costs'
import { checkpointOf } from '@nablajs/model-io'
import { loadCheckpoint, lockFolder, saveCheckpoint } from '@nablajs/model-io/node'
import { train, type TrainState } from '@nablajs/trainer'
import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { combinationNamed, OPTIMIZERS } from './combinations.js'
import { BATCH, subject } from './subject.js'

const [, , folder = '', name = '', forgetful] = process.argv
const EPOCHS = 5
const SAVE_EVERY = 4

const mark = (phase: 'T' | 'S' | 'E' | 'D') => writeSync(1, phase)

const { optimizer, threads } = combinationNamed(name)
const lock = await lockFolder(folder)
const { net, samples } = await subject(threads)
const last = await loadCheckpoint(folder, { net, cost: crossEntropy })
const training = train(net, samples, {
  cost: crossEntropy,
  epochs: EPOCHS,
  batchSize: BATCH,
  learningRate: ({ step }) => 0.02 / (1 + step / 100),
  optimizer: OPTIMIZERS[optimizer](),
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

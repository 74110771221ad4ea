import { execFile } from 'node:child_process'
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { checkpointOf, network, quadratic, train, xor, type Network } from 'nabla'
import { loadCheckpoint, lockFolder, saveCheckpoint } from 'nabla/node'
import type { BadInput, Give, Place, Ran } from '../badInput.js'
import { good } from './table.js'

const run = promisify(execFile)

/** Does something with a disk of 64 KiB in memory, `disk`. Undefined where this user may not mount. */
function onSmallDisk(work: (place: Place, disk: string) => Promise<Ran>): Give {
  return async (place) => {
    const disk = join(place.folder, 'disk')
    await mkdir(disk)
    try {
      await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])
    } catch {
      return undefined
    }
    try {
      return await work(place, disk)
    } finally {
      await run('umount', [disk])
    }
  }
}

const checkpointed = (...flags: string[]) => ['train', 't.csv', '--epochs', '2', '--hidden', '2', '--checkpoint', 'disk/run', ...flags]
const files = { 't.csv': good }

/** A checkpoint of a network after some epochs. */
async function saved(folder: string, net: Network, epochs: number): Promise<void> {
  const training = train(net, xor(), { cost: quadratic, epochs, batchSize: 2, learningRate: 1 })
  for await (const { number } of training) if (number === epochs) break
  await saveCheckpoint(folder, checkpointOf(net, training.state(), { cost: quadratic }))
}

/** 41: folders and disks. */
export const disks: readonly BadInput[] = [
  {
    number: 41, given: 'two runs with one folder of checkpoints', answer: 'error', names: ['disk/run', 'process 1234 on this-machine', 'another folder'], files,
    async give({ folder, nabla }) {
      const lock = await lockFolder(join(folder, 'disk', 'run'))
      const second = await nabla(checkpointed())
      await lock.release()
      return second
    },
  },
  {
    number: 41, given: 'a disk that is full at a checkpoint', answer: 'error', names: ['disk/run', 'ENOSPC', 'Make room'], files,
    give: onSmallDisk(async ({ nabla }, disk) => {
      await mkdir(join(disk, 'run'))
      await writeFile(join(disk, 'filler'), Buffer.alloc(52 * 1024))
      return nabla(checkpointed('--hidden', '500'))
    }),
  },
  {
    number: 41, given: 'a disk that is full when the model is written', answer: 'error', names: ['disk/m.safetensors', 'ENOSPC', 'Make room'], files,
    give: onSmallDisk(({ nabla }) => nabla(['train', 't.csv', '--epochs', '1', '--hidden', '9000', '--out', 'disk/m.safetensors'])),
  },
  {
    number: 41, given: 'a read-only disk for checkpoints', answer: 'error', names: ['disk/run', 'EROFS', 'may write to'], files,
    give: onSmallDisk(async ({ nabla }, disk) => {
      await run('mount', ['-o', 'remount,ro', disk])
      return nabla(checkpointed())
    }),
  },
  { number: 41, given: 'a folder for the model that is not there', answer: 'error', names: ['--out gone/m.json', 'Make the folder first'], files, give: ({ nabla }) => nabla(['train', 't.csv', '--out', 'gone/m.json']) },
  { number: 41, given: 'a table that is not there', answer: 'error', names: ['none.csv', 'Give the path'], give: ({ nabla }) => nabla(['train', 'none.csv']) },
  {
    number: 41, given: 'a folder of checkpoints that vanishes while a run saves to it', answer: 'error', names: ['run', 'ENOENT', 'made first'],
    async give({ folder }) {
      const path = join(folder, 'run')
      const lock = await lockFolder(path)
      await rm(path, { recursive: true })
      const net = await network([2, 3, 1])
      const training = train(net, xor(), { cost: quadratic, epochs: 1, batchSize: 2, learningRate: 1 })
      return (await saveCheckpoint(path, checkpointOf(net, training.state(), { cost: quadratic }), { lock })).path
    },
  },
  {
    number: 41, given: 'a clock that was set back between two checkpoints', answer: 'policy', policy: 'No time is looked at: checkpoints are ordered by the numbers in their names.', names: ['epoch 4'],
    simulated: 'the times of the files are changed',
    async give({ folder }) {
      const net = await network([2, 3, 1])
      await saved(folder, net, 1)
      for (const name of await readdir(folder)) await utimes(join(folder, name), new Date('2100-01-01'), new Date('2100-01-01'))
      await saved(folder, net, 3)
      return `goes on with epoch ${(await loadCheckpoint(folder, { net }))?.state.epoch ?? 'none'}`
    },
  },
]

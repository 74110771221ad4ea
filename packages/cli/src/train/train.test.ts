import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { wasm } from '@nablajs/backend-wasm'
import { loadModel } from '@nablajs/model-io/node'
import { main } from '../main.js'
import { memoryIo } from '../testing/memoryIo.js'
import { run } from '../testing/run.js'
import type { Trained } from './train.js'

function folderWith(...tables: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'nabla-'))
  for (const table of tables) copyFileSync(fileURLToPath(new URL(`../testing/${table}`, import.meta.url)), join(folder, table))
  return folder
}
const iris = folderWith('iris.csv', 'wine.csv')

async function trained(words: readonly string[], cwd = iris): Promise<Trained> {
  const { code, stdout, stderr } = await run(['train', ...words, '--json', '--quiet'], { cwd })
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as Trained
}

it('trains on a table, shows what it decided and how good it is, and writes a model', async () => {
  const { code, stdout, stderr } = await run(['train', 'iris.csv', '--target', 'species', '--hidden', '16,8', '--history', 'h.csv'], { cwd: iris })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^petal_width +number +numbers, 0\.1 … 2\.5$/m)
  expect(stdout).toMatch(/^species +target +3 classes$/m)
  expect(stdout).toContain('cost by epoch: held out')
  expect(stdout).toMatch(/^\d\d of 30 rows right/m)
  expect(stdout).toMatch(/^setosa +10 +· +· +100\.0 %$/m)
  expect(stdout).toContain('iris.safetensors is written; use it: nabla predict iris.safetensors FILE')
  expect(stderr).toContain('120 rows to train on, 30 held out; network [4, 16, 8, 3], tanh and softmax, logLikelihood cost, adam')
  expect(readFileSync(join(iris, 'h.csv'), 'utf8')).toMatch(/^number,cost,accuracy,samplesPerSecond,test\.cost/)
  const { net, preprocessing } = await loadModel(join(iris, 'iris.safetensors'))
  expect([net.sizes, preprocessing?.target]).toEqual([[4, 16, 8, 3], { kind: 'classes', name: 'species', classes: ['setosa', 'versicolor', 'virginica'] }])
})

// sklearn 1.2.1: StandardScaler and MLPClassifier((16,), max_iter=2000), test_size 0.2, stratified, mean over 20 seeds: iris 0.963, wine 0.985.
it.each([['iris.csv', 0.963], ['wine.csv', 0.985]])('is as good on rows it has not seen as scikit-learn on as many: %s', async (table, reached) => {
  const accuracies: number[] = []
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const { heldOut } = await trained([table, '--seed', String(seed), '--out', `${table}.${seed}.json`])
    accuracies.push(heldOut?.accuracy ?? 0)
  }
  const mean = accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length
  // A row more or less of eight times 30 is 0.4 %.
  expect(mean).toBeGreaterThan(reached - 0.01)
})

it('predicts in the order of the rows, in a column named as the target, from a file or stdin', async () => {
  await trained(['iris.csv', '--out', 'm.safetensors'])
  const rows = readFileSync(join(iris, 'iris.csv'), 'utf8').split('\n').filter((_, i) => [0, 1, 60, 120].includes(i))
  writeFileSync(join(iris, 'new.csv'), rows.map((row) => row.split(',').slice(0, 4).reverse().join(';')).join('\n'))
  const fromFile = await run(['predict', 'm.safetensors', 'new.csv'], { cwd: iris })
  expect(fromFile).toEqual({ code: 0, stdout: 'species\nsetosa\nversicolor\nvirginica\n', stderr: '' })
  const probabilities = await run(['predict', 'm.safetensors', '--probabilities'], { cwd: iris, stdin: rows.join('\n') })
  const [header, ...lines] = probabilities.stdout.trim().split('\n').map((line) => line.split(','))
  expect(header).toEqual(['species', 'species=setosa', 'species=versicolor', 'species=virginica'])
  for (const line of lines) expect(line.slice(1).reduce((sum, p) => sum + Number(p), 0)).toBeCloseTo(1, 5)
  const json = await run(['predict', 'm.safetensors', 'new.csv', '--format', 'jsonl'], { cwd: iris })
  expect(json.stdout.split('\n')[0]).toBe('{"species":"setosa"}')
  const scores = JSON.parse((await run(['eval', 'm.safetensors', 'iris.csv', '--json'], { cwd: iris })).stdout) as { accuracy: number }
  expect(scores.accuracy).toBeGreaterThan(0.95)
  expect((await run(['eval', 'm.safetensors', 'iris.csv'], { cwd: iris })).stdout).toMatch(/^cost 0\.\d+\n\d+ of 150 rows right/)
})

it('predicts numbers in the units of the file', async () => {
  const folder = folderWith()
  writeFileSync(join(folder, 'line.csv'), `x,y\n${Array.from({ length: 60 }, (_, i) => `${i / 10},${300 + 20 * (i / 10) + (i % 2) / 10}`).join('\n')}\n`)
  const { heldOut } = await trained(['line.csv', '--hidden', '4', '--task', 'regression'], folder)
  expect(heldOut?.rSquared).toBeGreaterThan(0.99)
  const { stdout } = await run(['predict', 'line.safetensors'], { cwd: folder, stdin: 'x\n2.5\n' })
  expect(Number(stdout.split('\n')[1])).toBeGreaterThan(345)
  expect(Number(stdout.split('\n')[1])).toBeLessThan(355)
  expect((await run(['train', 'line.csv', '--quiet'], { cwd: folder })).stdout).toMatch(/R² 0\.9\d+, mean absolute error [\d.]+ y, over 12 rows/)
})

it('gives the same bytes for the same command', async () => {
  await trained(['iris.csv', '--out', 'a.safetensors', '--epochs', '20'])
  await trained(['iris.csv', '--out', 'b.safetensors', '--epochs', '20'])
  expect(readFileSync(join(iris, 'a.safetensors'))).toEqual(readFileSync(join(iris, 'b.safetensors')))
})

it('ends at a signal with a checkpoint, and goes on to the same bytes', async () => {
  const words = ['train', 'wine.csv', '--epochs', '400', '--patience', '0', '--quiet']
  await run([...words, '--out', 'whole.safetensors'], { cwd: iris })
  const { io, stderr } = memoryIo('', iris)
  const stopped = main([...words.slice(0, -1), '--checkpoint', 'run', '--checkpoint-every', '50', '--out', 'rest.safetensors'], {
    io,
    pickBackend: () => wasm(),
    onSignal(listener) {
      setTimeout(() => listener('SIGINT'), 60)
      return () => undefined
    },
  })
  expect(await stopped).toBe(130)
  await new Promise((resolve) => setImmediate(resolve))
  expect(stderr()).toContain('a checkpoint is in run; the same command with --resume goes on')
  expect(readdirSync(iris)).not.toContain('rest.safetensors')
  const other = await run([...words, '--checkpoint', 'run', '--resume', '--batch', '8'], { cwd: iris })
  expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('--resume, batch: expected 16, as in the checkpoint, got 8')])
  const rest = await run([...words.slice(0, -1), '--checkpoint', 'run', '--resume', '--out', 'rest.safetensors'], { cwd: iris })
  expect([rest.code, rest.stderr]).toEqual([0, expect.stringMatching(/goes on with .*checkpoint-.*: epoch \d+, step \d+/)])
  expect(readFileSync(join(iris, 'rest.safetensors'))).toEqual(readFileSync(join(iris, 'whole.safetensors')))
})

it('goes on with the same schedule and penalties alone', async () => {
  const words = ['train', 'iris.csv', '--epochs', '4', '--schedule', 'cosine', '--l2', '0.001', '--warm-up', '3', '--checkpoint', 'cosine', '--quiet']
  expect((await run(words, { cwd: iris })).code).toBe(0)
  for (const [others, message] of [
    [['--epochs', '5'], '--resume, epochs: expected 4, as in the checkpoint, got 5'],
    [['--l2', '0.002'], '--resume, l2: expected 0.001, as in the checkpoint, got 0.002'],
    [['--clip-norm', '1'], '--resume, clipNorm: expected none, as in the checkpoint, got 1'],
  ] as const) {
    expect(await run([...words, ...others, '--resume'], { cwd: iris })).toMatchObject({ code: 2, stderr: expect.stringContaining(message) as string })
  }
  const without = words.filter((word) => word !== '--l2' && word !== '0.001')
  expect(await run([...without, '--resume'], { cwd: iris })).toMatchObject({ code: 2, stderr: expect.stringContaining('--resume, l2: expected 0.001, as in the checkpoint, got none') as string })
})

it('begins where there is no checkpoint yet, and wants a folder for what needs one', async () => {
  const { code, stderr } = await run(['train', 'iris.csv', '--epochs', '2', '--checkpoint', 'fresh', '--resume'], { cwd: iris })
  expect([code, stderr]).toEqual([0, expect.stringContaining('no checkpoint to go on with yet')])
  expect(readdirSync(join(iris, 'fresh')).filter((name) => name.endsWith('.bin'))).toHaveLength(2)
  for (const flags of [['--resume'], ['--checkpoint-every', '5']]) {
    expect(await run(['train', 'iris.csv', ...flags], { cwd: iris })).toMatchObject({ code: 2, stderr: expect.stringContaining('--checkpoint with a folder beside it') as string })
  }
})

it('takes settings from a file, flags going before them, and says what is wrong with one', async () => {
  writeFileSync(join(iris, 'c.json'), JSON.stringify({ $schema: 'x', hidden: [5], epochs: 3, batch: 10 }))
  const { network, epochs } = await trained(['iris.csv', '--config', 'c.json', '--epochs', '2', '--out', 'c.safetensors'])
  expect([network.sizes, epochs]).toEqual([[4, 5, 3], 2])
  for (const [text, message] of [
    ['{"hiden":[3]}', 'bad.json, hiden: expected a setting that there is, got "hiden". Did you mean hidden?'],
    ['{"epochs":0}', 'bad.json, epochs: expected >=1, got 0'],
    ['{"plugin":["x.js"]}', 'bad.json, plugin: expected a setting that there is'],
    ['[', 'bad.json: expected JSON'],
  ]) {
    writeFileSync(join(iris, 'bad.json'), text ?? '')
    expect(await run(['train', 'iris.csv', '--config', 'bad.json'], { cwd: iris })).toMatchObject({ code: 2, stderr: expect.stringContaining(message ?? '') as string })
  }
})

it('joins files with the same columns in any order, and JSON Lines', async () => {
  const folder = folderWith()
  const row = (i: number) => ({ x: i, colour: i % 3 ? 'red' : 'blue', y: i % 2 ? 'odd' : 'even' })
  const rows = Array.from({ length: 40 }, (_, i) => row((i * 7) % 41))
  writeFileSync(join(folder, 'a.csv'), `x,colour,y\n${rows.slice(0, 20).map(({ x, colour, y }) => `${x},${colour},${y}`).join('\n')}\n`)
  writeFileSync(join(folder, 'b.csv'), `y;x;colour\n${rows.slice(20).map(({ x, colour, y }) => `${y};${x};${colour}`).join('\n')}\n`)
  const joined = await trained(['a.csv', 'b.csv', '--target', 'y', '--epochs', '3', '--test', '0', '--class-weights', '--double', '--threads', '1', '--types', 'x=number'], folder)
  expect([joined.rows, joined.model]).toEqual([{ training: 40, heldOut: 0 }, 'a.safetensors'])
  writeFileSync(join(folder, 'c.jsonl'), rows.map((value) => `${JSON.stringify(value)}\n`).join(''))
  expect((await trained(['c.jsonl', '--target', 'y', '--epochs', '3', '--missing', 'drop'], folder)).rows).toEqual({ training: 32, heldOut: 8 })
  writeFileSync(join(folder, 'd.csv'), 'x,y\n1,odd\n')
  expect(await run(['train', 'a.csv', 'd.csv'], { cwd: folder })).toMatchObject({ code: 3, stderr: expect.stringContaining('d.csv: expected the columns of a.csv: x, colour, y, got x, y') as string })
})

it.each([
  [['train', 'none.csv'], 3, 'none.csv: expected a file or a folder that can be read, got ENOENT'],
  [['train', 'iris.csv', '--target', 'spcies'], 2, 'Did you mean "species"?'],
  [['train', 'iris.csv', '--hiden', '3'], 2, '(Did you mean --hidden?)'],
  [['train', 'iris.csv', '--optimizer', 'momentun'], 2, 'Did you mean momentum?'],
  [['train', 'iris.csv', '--learning-rate', '1e30', '--activation', 'linear', '--output', 'linear', '--cost', 'quadratic'], 4, 'layer'],
  [['predict', 'wine.csv', 'iris.csv'], 3, 'wine.csv'],
  [['train', 'iris.csv', '--out', 'm.pt'], 2, 'ends in .safetensors'],
  [['train', 'iris.csv', '--out', 'gone/m.json'], 2, 'Make the folder first'],
  [['train', 'iris.csv', '--test', '1'], 2, 'below 1'],
  [['train', 'iris.csv', '--learning-rate', '0'], 2, 'above 0'],
  [['train', 'iris.csv', '--seed', '1.5'], 2, 'whole number'],
])('says what is wrong: %j', async (words, code, message) => {
  expect(await run(words, { cwd: iris })).toMatchObject({ code, stderr: expect.stringContaining(message) as string })
})

it('wants a model that says what its inputs are', async () => {
  const { network } = await import('@nablajs/backprop')
  const { sigmoid } = await import('@nablajs/activations')
  const { saveModel } = await import('@nablajs/model-io/node')
  await saveModel(join(iris, 'bare.json'), network([4, 3], { activation: sigmoid }))
  const preprocessing = (await loadModel(join(iris, 'iris.safetensors'))).preprocessing!
  await saveModel(join(iris, 'costless.json'), network([4, 3], { activation: sigmoid }), { preprocessing })
  expect(await run(['eval', 'costless.json', 'iris.csv'], { cwd: iris })).toMatchObject({ code: 3, stderr: expect.stringContaining('a model that says its cost') as string })
  for (const command of ['predict', 'eval']) {
    expect(await run([command, 'bare.json', 'iris.csv'], { cwd: iris })).toMatchObject({ code: 3, stderr: expect.stringContaining('Train it with nabla train') as string })
  }
})

it('says so where the folder of checkpoints goes away, and keeps none beyond the last three', async () => {
  const folder = folderWith('iris.csv')
  const { code } = await run(['train', 'iris.csv', '--epochs', '6', '--checkpoint', 'run', '--checkpoint-every', '1', '--quiet'], { cwd: folder })
  expect([code, readdirSync(join(folder, 'run')).filter((name) => name.endsWith('.bin')).length <= 3]).toEqual([0, true])
  const waiting = setInterval(() => {
    if (!existsSync(join(folder, 'gone')) || !readdirSync(join(folder, 'gone')).some((name) => name.endsWith('.bin'))) return
    clearInterval(waiting)
    renameSync(join(folder, 'gone'), join(folder, 'moved'))
  }, 5)
  const gone = await run(['train', 'iris.csv', '--epochs', '100000', '--patience', '0', '--checkpoint', 'gone', '--checkpoint-every', '20', '--quiet'], { cwd: folder })
  expect([gone.code, gone.stderr]).toEqual([3, expect.stringContaining('gone')])
})

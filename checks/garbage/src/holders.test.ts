import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it('keeps a region alive by any view of it, and by nothing else', async () => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const script = fileURLToPath(new URL('./holders.ts', import.meta.url))
  const args = ['--expose-gc', '--import', tsx, '--conditions=@nablajs/source', script]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const kept = { taken: 1, finalized: 0 }
  const besidesTheNetwork = { taken: 2, finalized: 1 }
  expect(JSON.parse(stdout)).toEqual({
    nothing: { taken: 1, finalized: 1 },
    network: kept,
    parameters: kept,
    weights: kept,
    'a transposed view': kept,
    'a range of columns': kept,
    'a range of a range': kept,
    'the numbers of a bias': kept,
    'a column': kept,
    'the gradient': kept,
    'a minibatch': kept,
    'an output': besidesTheNetwork,
    'a gradient of its own': besidesTheNetwork,
    'one matrix of it': besidesTheNetwork,
    zeros: besidesTheNetwork,
  })
})

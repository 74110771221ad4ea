import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { wasm } from '@nablajs/backend-wasm'
import { main } from '../main.js'
import { memoryIo } from '../testing/memoryIo.js'
import { run } from '../testing/run.js'

const folder = mkdtempSync(join(tmpdir(), 'nabla-'))
const iris = fileURLToPath(new URL('../testing/iris.csv', import.meta.url))
const [names = '', ...rows] = readFileSync(iris, 'utf8').trim().split('\n')

beforeAll(async () => {
  await run(['train', iris, '--epochs', '20', '--quiet', '--out', 'm.safetensors'], { cwd: folder })
})

it('waits for who reads its results, and leaves none out', async () => {
  const copies = 40
  const stdin = [names, ...Array.from({ length: copies }, () => rows).flat()].join('\n')
  let [text, most] = ['', 0]
  const slow = new Writable({
    highWaterMark: 1,
    decodeStrings: false,
    write(piece: string, _, done) {
      text += piece
      most = Math.max(most, slow.writableLength)
      setImmediate(done)
    },
  })
  const { io } = memoryIo(stdin, folder)
  expect(await main(['predict', 'm.safetensors'], { io: { ...io, stdout: slow }, pickBackend: () => wasm(), onSignal: () => () => undefined })).toBe(0)
  const [header, ...once] = (await run(['predict', 'm.safetensors', iris], { cwd: folder })).stdout.trim().split('\n')
  expect(text.trim().split('\n')).toEqual([header, ...Array.from({ length: copies }, () => once).flat()])
  expect(most).toBeLessThan(text.length / 3)
})

it('writes nothing where a row cannot be, even the last', async () => {
  const { code, stdout, stderr } = await run(['predict', 'm.safetensors'], { cwd: folder, stdin: [names, ...rows, '1,5,x,2,setosa'].join('\n') })
  expect([code, stdout]).toEqual([3, ''])
  expect(stderr).toContain('line 152, column "petal_length"')
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { wasm } from '@nablajs/backend-wasm'
import { main } from './main.js'
import { memoryIo } from './testing/memoryIo.js'
import { run } from './testing/run.js'
import { version } from './version.js'

it('shows its help and its exit codes on stdout', async () => {
  const { code, stdout, stderr } = await run(['--help'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('Usage: nabla')
  expect(stdout).toContain('130  ended by Ctrl-C')
})

it('suggests the command and the flag that were meant', async () => {
  const command = await run(['doctr'])
  expect([command.code, command.stdout]).toEqual([2, ''])
  expect(command.stderr).toContain('(Did you mean doctor?)')
  expect((await run(['gradcheck', '--size', '3,2'])).stderr).toContain('(Did you mean --sizes?)')
})

it('has the version of its package', async () => {
  expect(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).toMatchObject({ version })
  expect((await run(['--version'])).stdout).toBe(`${version}\n`)
})

it('throws again what nobody threw on purpose', async () => {
  const { io } = memoryIo()
  const broken = { io, pickBackend: () => Promise.reject(new TypeError('a bug')), onSignal: () => () => undefined }
  await expect(main(['train', fileURLToPath(new URL('testing/iris.csv', import.meta.url)), '--quiet'], broken)).rejects.toThrow('a bug')
})

it('ends quietly where the reader of its results has gone', async () => {
  const { io } = memoryIo()
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never)
  await main(['--version'], { io, pickBackend: () => wasm(), onSignal: () => () => undefined })
  io.stdout.emit('error', new Error('another'))
  expect(exit).not.toHaveBeenCalled()
  io.stdout.emit('error', Object.assign(new Error('gone'), { code: 'EPIPE' }))
  expect(exit).toHaveBeenCalledWith(0)
  exit.mockRestore()
})

import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, vi } from 'vitest'
import { readBytes } from './readBytes.js'

it('reads a file, with blanks and signs in its path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'read bytes#%-'))
  const url = pathToFileURL(join(folder, 'a.gz')).href
  await writeFile(new URL(url), Uint8Array.of(1, 2, 3))
  expect([...(await readBytes(url))]).toEqual([1, 2, 3])
  await rm(folder, { recursive: true })
  await expect(readBytes(url)).rejects.toThrow(
    expect.objectContaining({ code: 'DataError', where: url, got: expect.stringContaining('ENOENT') as unknown }),
  )
})

it('fetches what is not a file, and says what the server answered', async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/a.gz' ? 200 : 404).end(Uint8Array.of(1, 2, 3))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const at = (path: string) => `http://127.0.0.1:${String(port)}${path}`
  expect([...(await readBytes(at('/a.gz')))]).toEqual([1, 2, 3])
  await expect(readBytes(at('/b.gz'))).rejects.toThrow(expect.objectContaining({ code: 'DataError', got: '404 Not Found' }))
  server.close()
  server.closeAllConnections()
  await expect(readBytes(at('/a.gz'))).rejects.toThrow(expect.objectContaining({ code: 'DataError', got: 'fetch failed' }))
})

it('fetches a file too where there is no process, as in a browser', async () => {
  const fetched = vi.fn((url: string) => Promise.resolve(new Response(url)))
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('process', undefined)
  const bytes = await readBytes('file:///a.gz').finally(() => vi.unstubAllGlobals())
  expect(new TextDecoder().decode(bytes)).toBe('file:///a.gz')
  expect(fetched).toHaveBeenCalledOnce()
})

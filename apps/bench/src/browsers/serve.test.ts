import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { serve } from './serve.js'

it('serves the page, isolated, with what it needs, and hands on what it answers', async () => {
  const data = mkdtempSync(join(tmpdir(), 'serve-'))
  writeFileSync(join(data, 'x.f32'), 'abcd')
  const { url, answer, close } = await serve(new TextEncoder().encode('program'), { workloads: [], backends: [], repeats: 1, seconds: 1 }, data)
  const text = async (path: string) => (await fetch(url + path)).text()
  expect((await fetch(url)).headers.get('cross-origin-embedder-policy')).toBe('require-corp')
  expect([await text('program.js'), await text('data/x.f32'), (await fetch(`${url}data/y.f32`)).status]).toEqual(['program', 'abcd', 404])
  expect(JSON.parse(await text('question'))).toMatchObject({ repeats: 1 })
  const rows = [{ workload: 'W1', id: 'wasm', rates: [1] }]
  await fetch(`${url}answer`, { method: 'POST', body: JSON.stringify(rows) })
  expect(await answer).toEqual(rows)
  close()
  rmSync(data, { recursive: true })
})
